# What is done often. Everything here is plain cargo: `just` only saves typing.

# Lists what there is.
default:
    @just --list --unsorted

# Reads: `just read depeche.txt`.
read *FILE:
    cargo run --release -- {{FILE}}

# Everything that must hold.
test *ARGUMENTS:
    cargo test --locked {{ARGUMENTS}}

# What is wrong with the glossary and the articles.
check *FILES:
    cargo run --release -- check {{FILES}}

# What must hold before anything lands: tests, formatting, no clippy warning.
ci:
    .ci/run

# How many times as long as a yardstick each part takes, and what that grows with.
bench:
    cargo bench --locked --bench ratios

# Each part by itself: `just bench-parts annotate`.
bench-parts *FILTER:
    cargo bench --locked --bench engine -- {{FILTER}}

# From the command to the first glossed frame, beside `less` and `bat`.
bench-startup:
    cargo bench --locked --bench startup

# Writes expected output anew; read what it wrote.
bless:
    UPDATE_EXPECT=1 GLOSE_BLESS=1 cargo test --locked
