#!/usr/bin/env python3
"""Scores a program by what it prints: score.py PROGRAM [ARGUMENT …]. The format is in README.md.

Runs `PROGRAM … annotate --format jsonl --lines --glossary FILE -` once for each group of cases.
"""
import json, pathlib, re, subprocess, sys, tempfile

KINDS = {"words", "sentences", "read", "find", "never", "wins"}


def groups(text):
    terms, found = [], [([], [])]
    for block in re.split(r"\n\s*\n", text):
        lines = [line.partition(" ") for line in block.splitlines() if line and line[0] != "#"]
        unescape = lambda value: re.sub(r"\\u\{(\w+)\}", lambda m: chr(int(m[1], 16)), value.strip())
        pairs = [(key, unescape(value)) for key, _, value in lines]
        terms = [value for key, value in pairs if key == "term"]
        if terms:
            found.append((terms, []))
        elif pairs:
            found[-1][1].append(dict(pairs))
    return found


def toml(terms):
    entries = []
    for term in terms:
        headword, pos, *more = term.split(" | ")
        pairs = [("term", headword), ("pos", pos), ("gloss", "-"), *(one.split("=", 1) for one in more)]
        quote = lambda key, value: json.dumps([value] if key in ("forms", "variants") else value, ensure_ascii=False)
        entries.append("[[entry]]\n" + "".join(f"{key} = {quote(key, value)}\n" for key, value in pairs if key != "layer"))
    return "\n".join(entries)


def split(body):
    """The text, and the bytes that stand in braces."""
    text, spans = b"", []
    for piece in re.split(r"(\{[^}]*\})", body):
        inner = piece.strip("{}").encode()
        if piece.startswith("{"):
            spans.append((len(text), len(text) + len(inner)))
        text += inner
    return text, spans


def braced(text, spans):
    merged = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1]:start].decode().strip():
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    for start, end in reversed(merged):
        text = text[:start] + b"{" + text[start:end] + b"}" + text[end:]
    return text.decode()


def outermost(annotation, layer):
    if annotation.get("layer", layer) == layer:
        return [annotation]
    return [found for one in annotation.get("inside", []) for found in outermost(one, layer)]


def is_right(kind, case, out, layer):
    body = case[kind]
    text = out["text"].encode()
    cut = lambda span: text[span[0]:span[1]].decode()
    if kind == "words":
        return body.split(" => ")[1] == " · ".join(cut((t["start"], t["end"])) for t in out["tokens"])
    if kind == "sentences":
        return body == " ‖ ".join(map(cut, out["sentences"]))
    _, braces = split(body.split(" => ")[0])
    meets = lambda start, end: any(start < b and a < end for a, b in braces)
    if kind == "read":
        here = [t for t in out["tokens"] if meets(t["start"], t["end"])]
        return body.split(" => ")[1] == " · ".join(f"{t['lemma']} {t['pos']}" for t in here)
    found = [one for annotation in out["annotations"] for one in outermost(annotation, layer)]
    if kind == "wins":
        found = [one for one in found if any(meets(*span) for span in one["spans"])]
        name = lambda one: f"{one['term']} | {one['pos']}"
        inside = {name(inner) for one in found for inner in one.get("inside", [])}
        if [name(one) for one in found] != [case["by"]] or case.get("inside", case["by"]) not in inside | {case["by"]}:
            return False
    return braced(text, [span for one in found for span in one["spans"]]) == body


def main():
    right = count = 0
    for path in sorted(pathlib.Path(__file__).parent.glob("*.txt")):
        here = [0, 0]
        for terms, cases in groups(path.read_text()):
            if not cases or any("layer=" in term for term in terms):
                continue
            kinds = [next(key for key in case if key in KINDS) for case in cases]
            texts = [split(case[kind].split(" => ")[0].replace(" ‖ ", " "))[0] for case, kind in zip(cases, kinds)]
            with tempfile.NamedTemporaryFile("w", suffix=".toml") as glossary:
                glossary.write(toml(terms))
                glossary.flush()
                command = [*sys.argv[1:], "annotate", "--format", "jsonl", "--lines", "--glossary", glossary.name, "-"]
                done = subprocess.run(command, input=b"\n".join(texts) + b"\n", capture_output=True)
                lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
            for case, kind, out in zip(cases, kinds, lines, strict=True):
                good = is_right(kind, case, out, glossary.name)
                here[0] += good
                here[1] += 1
                if not good and "known" not in case:
                    print(f"  {kind}: {case[kind]}")
        print(f"{here[0]:4} of {here[1]:3}  {path.name}")
        right, count = right + here[0], count + here[1]
    print(f"{right:4} of {count:3}  ({100 * right / count:.1f} %)")


if __name__ == "__main__":
    main()
