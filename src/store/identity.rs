//! Which file a file is, whatever its name, and when it was changed: as Unix tells it, and as near to
//! that as other systems come.
//!
//! Knows nothing of what is in a file.

use std::fs::{File, Metadata};
use std::time::SystemTime;

/// What two files never have in common.
pub(super) type Identity = (u64, u64);

#[cfg(unix)]
pub(super) fn identity(file: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (file.dev(), file.ino())
}

/// Elsewhere a file is known by the moment at which it was made.
#[cfg(not(unix))]
pub(super) fn identity(file: &Metadata) -> Identity {
    let made = file.created().unwrap_or(SystemTime::UNIX_EPOCH);
    let since = made.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    (since.as_secs(), since.subsec_nanos().into())
}

/// When something of the file was changed last, be it its name or its owner.
#[cfg(unix)]
pub(super) fn last_change(file: &Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (file.ctime(), file.ctime_nsec())
}

#[cfg(not(unix))]
pub(super) const fn last_change(_: &Metadata) -> (i64, i64) {
    (0, 0)
}

/// When the file was written last.
pub(super) fn last_written(file: &Metadata) -> Option<SystemTime> {
    file.modified().ok()
}

/// Gives `new` to the owner of `old`.
#[cfg(unix)]
pub(super) fn give_to_owner(new: &File, old: &Metadata) -> std::io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = new.metadata()?;
    if (old.uid(), old.gid()) != (own.uid(), own.gid()) {
        // Only the system's administrator can give a file away: whoever may write it owns it then.
        let _ = fchown(new, Some(old.uid()), Some(old.gid()));
    }
    Ok(())
}

/// Elsewhere a new file has the owner that its directory gives it.
#[cfg(not(unix))]
pub(super) fn give_to_owner(_: &File, _: &Metadata) -> std::io::Result<()> {
    Ok(())
}
