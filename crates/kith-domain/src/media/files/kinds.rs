//! Which files are known, and by what: the end of the name and the first bytes have to say the same. What is in no line
//! of the table is not taken, programs and pages least of all.

use super::NAME;
use crate::site::FileRules;
use crate::viewer::stored_as_text;

/// What kind of thing a file is, as far as pages tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileGroup {
    /// PDF, office documents, books.
    Document,
    /// Plain text and tables.
    Text,
    /// Sound.
    Audio,
    /// A packed folder.
    Archive,
}
stored_as_text!(FileGroup {
    Document = "document",
    Text = "text",
    Audio = "audio",
    Archive = "archive",
});

impl FileGroup {
    /// Whether members may send such files.
    pub(super) const fn is_allowed(self, rules: &FileRules) -> bool {
        match self {
            Self::Document => rules.documents,
            Self::Text => rules.text,
            Self::Audio => rules.audio,
            Self::Archive => rules.archives,
        }
    }
}

/// How files of a kind begin.
enum Look {
    /// With one of these.
    Starts(&'static [&'static [u8]]),
    /// With these, at a place further in.
    Holds(usize, &'static [u8]),
    /// As text from beginning to end.
    Text,
}

/// A kind of file that is known.
pub(super) struct Known {
    /// The end of its name.
    extension: &'static str,
    pub group: FileGroup,
    /// The media type under which it is handed out.
    pub content_type: &'static str,
    look: Look,
}

const PACKED: Look = Look::Starts(&[b"PK\x03\x04", b"PK\x05\x06"]);
/// The compound files of older office programs.
const COMPOUND: Look = Look::Starts(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]);
const OGG: Look = Look::Starts(&[b"OggS"]);
const GZIP: Look = Look::Starts(&[b"\x1f\x8b"]);

const fn known(extension: &'static str, group: FileGroup, content_type: &'static str, look: Look) -> Known {
    Known { extension, group, content_type, look }
}

macro_rules! office {
    ($what:literal) => {
        concat!("application/vnd.openxmlformats-officedocument.", $what)
    };
}
macro_rules! open_document {
    ($what:literal) => {
        concat!("application/vnd.oasis.opendocument.", $what)
    };
}

static KNOWN: &[Known] = &[
    known("pdf", FileGroup::Document, "application/pdf", Look::Starts(&[b"%PDF-"])),
    known("docx", FileGroup::Document, office!("wordprocessingml.document"), PACKED),
    known("xlsx", FileGroup::Document, office!("spreadsheetml.sheet"), PACKED),
    known("pptx", FileGroup::Document, office!("presentationml.presentation"), PACKED),
    known("odt", FileGroup::Document, open_document!("text"), PACKED),
    known("ods", FileGroup::Document, open_document!("spreadsheet"), PACKED),
    known("odp", FileGroup::Document, open_document!("presentation"), PACKED),
    known("epub", FileGroup::Document, "application/epub+zip", PACKED),
    known("doc", FileGroup::Document, "application/msword", COMPOUND),
    known("xls", FileGroup::Document, "application/vnd.ms-excel", COMPOUND),
    known("ppt", FileGroup::Document, "application/vnd.ms-powerpoint", COMPOUND),
    known("rtf", FileGroup::Document, "application/rtf", Look::Starts(&[b"{\\rtf"])),
    known("txt", FileGroup::Text, "text/plain", Look::Text),
    known("md", FileGroup::Text, "text/plain", Look::Text),
    known("log", FileGroup::Text, "text/plain", Look::Text),
    known("csv", FileGroup::Text, "text/csv", Look::Text),
    known("tsv", FileGroup::Text, "text/plain", Look::Text),
    known("ics", FileGroup::Text, "text/calendar", Look::Text),
    known("vcf", FileGroup::Text, "text/vcard", Look::Text),
    known("gpx", FileGroup::Text, "application/octet-stream", Look::Text),
    known(
        "mp3",
        FileGroup::Audio,
        "audio/mpeg",
        Look::Starts(&[b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"]),
    ),
    known("m4a", FileGroup::Audio, "audio/mp4", Look::Holds(4, b"ftyp")),
    known("aac", FileGroup::Audio, "audio/aac", Look::Starts(&[b"\xff\xf1", b"\xff\xf9", b"ADIF"])),
    known("ogg", FileGroup::Audio, "audio/ogg", OGG),
    known("oga", FileGroup::Audio, "audio/ogg", OGG),
    known("opus", FileGroup::Audio, "audio/ogg", OGG),
    known("flac", FileGroup::Audio, "audio/flac", Look::Starts(&[b"fLaC"])),
    known("wav", FileGroup::Audio, "audio/wav", Look::Holds(8, b"WAVE")),
    known("mid", FileGroup::Audio, "audio/midi", Look::Starts(&[b"MThd"])),
    known("zip", FileGroup::Archive, "application/zip", PACKED),
    known("7z", FileGroup::Archive, "application/x-7z-compressed", Look::Starts(&[b"7z\xbc\xaf\x27\x1c"])),
    known("rar", FileGroup::Archive, "application/vnd.rar", Look::Starts(&[b"Rar!\x1a\x07"])),
    known("gz", FileGroup::Archive, "application/gzip", GZIP),
    known("tgz", FileGroup::Archive, "application/gzip", GZIP),
    known("xz", FileGroup::Archive, "application/x-xz", Look::Starts(&[b"\xfd7zXZ\0"])),
    known("bz2", FileGroup::Archive, "application/x-bzip2", Look::Starts(&[b"BZh"])),
    known("tar", FileGroup::Archive, "application/x-tar", Look::Holds(257, b"ustar")),
];

/// What a file is, if its name and its bytes agree on a kind that is known.
pub(super) fn recognise(name: &str, bytes: &[u8]) -> Option<&'static Known> {
    let known = by_name(name)?;
    known.look.fits(bytes).then_some(known)
}

/// What a file that was taken is, by its name.
pub(super) fn group_of(name: &str) -> FileGroup {
    by_name(name).map_or(FileGroup::Document, |known| known.group)
}

fn by_name(name: &str) -> Option<&'static Known> {
    let (_, extension) = name.rsplit_once('.')?;
    KNOWN.iter().find(|known| known.extension.eq_ignore_ascii_case(extension))
}

impl Look {
    fn fits(&self, bytes: &[u8]) -> bool {
        match self {
            Self::Starts(starts) => starts.iter().any(|start| bytes.starts_with(start)),
            Self::Holds(at, what) => bytes.get(*at..).is_some_and(|rest| rest.starts_with(what)),
            Self::Text => is_text(bytes),
        }
    }
}

/// Whether it reads as text, and neither as a page for browsers nor as a script for a shell.
fn is_text(bytes: &[u8]) -> bool {
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if bytes.iter().any(is_control) || bytes.starts_with(b"#!") {
        return false;
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start().to_ascii_lowercase();
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|window| window == needle);
    let is_page = [&b"<html"[..], b"<!doctype", b"<script", b"<svg", b"<body", b"<iframe"];
    !(head.starts_with(b"<") && is_page.iter().any(|mark| holds(mark)))
}

/// A name that can be shown and saved under anywhere: no path, nothing invisible, nothing that turns it round, nothing that
/// means something to a file system; not too long, and with its end kept.
pub(super) fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = kith_text::normalise_line(last)
        .chars()
        .filter(|c| !c.is_control() && !is_unseen(*c))
        .map(|c| if r#"<>:"|?*;"#.contains(c) { '_' } else { c })
        .collect();
    let kept = kept.trim_matches([' ', '.']);
    let (stem, extension) = kept.rsplit_once('.').map_or((kept, None), |(stem, end)| (stem, Some(end)));
    let extension: Option<String> = extension.map(|end| end.chars().take(10).collect());
    let room = NAME.saturating_sub(extension.as_ref().map_or(0, |end| end.chars().count() + 1));
    let stem: String = stem.chars().take(room).collect();
    let stem = match stem.trim_matches([' ', '.']) {
        "" => "file",
        stem => stem,
    };
    match extension {
        Some(end) => format!("{stem}.{end}"),
        None => stem.to_owned(),
    }
}

/// Marks of direction and characters without width: with them a name can look like another one.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{feff}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_bytes_have_to_agree() {
        let group = |name: &str, bytes: &[u8]| recognise(name, bytes).map(|known| known.group);
        assert_eq!(group("a.pdf", b"%PDF-1.7"), Some(FileGroup::Document));
        assert_eq!(group("A.PDF", b"%PDF-1.7"), Some(FileGroup::Document));
        assert_eq!(group("a.zip", b"PK\x03\x04rest"), Some(FileGroup::Archive));
        assert_eq!(group("a.docx", b"PK\x03\x04rest"), Some(FileGroup::Document));
        assert_eq!(group("a.txt", "Grüße\n".as_bytes()), Some(FileGroup::Text));
        assert_eq!(group("a.wav", b"RIFF\0\0\0\0WAVEfmt "), Some(FileGroup::Audio));
        for (name, bytes) in [
            ("a.pdf", &b"MZ\x90\0"[..]),
            ("a.pdf", b"<html>"),
            ("a.exe", b"MZ\x90\0"),
            ("a.jar", b"PK\x03\x04rest"),
            ("a.docm", b"PK\x03\x04rest"),
            ("a.html", b"<html>"),
            ("a.svg", b"<svg xmlns="),
            ("a.txt", b"\x7fELF\x02\x01\x01\0"),
            ("a.txt", b"#!/bin/sh\n"),
            ("a.txt", b"\xef\xbb\xbf  <!DOCTYPE html><script>"),
            ("pdf", b"%PDF-1.7"),
            ("a.pdf.", b"%PDF-1.7"),
            ("a", b"words"),
        ] {
            assert_eq!(group(name, bytes), None, "{name}");
        }
    }

    #[test]
    fn names_are_cleaned() {
        for (given, expected) in [
            ("report.pdf", "report.pdf"),
            ("../../etc/passwd.txt", "passwd.txt"),
            ("C:\\Users\\ann\\plan.pdf", "plan.pdf"),
            ("a\u{202e}fdp.txt", "afdp.txt"),
            ("a\u{200b}b\0\n.txt", "ab.txt"),
            ("what? \"now\".txt", "what_ _now_.txt"),
            (".txt", "txt"),
            ("...", "file"),
            ("", "file"),
            ("تقرير.pdf", "تقرير.pdf"),
        ] {
            assert_eq!(clean_name(given), expected, "{given:?}");
        }
        let long = clean_name(&format!("{}.pdf", "x".repeat(300)));
        assert!(long.chars().count() == NAME && long.ends_with(".pdf"), "{long}");
    }
}
