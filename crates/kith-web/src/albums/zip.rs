//! A zip archive that is written as it goes, with its files as they are: photos do not get smaller by packing them
//! (APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16).

use bytes::Bytes;

/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// The first of January 1980, the first day there is; when a photo was taken is nobody's business here.
const DAY: u16 = 0x0021;
/// What the format needs to be read.
const VERSION: u16 = 20;
/// No archive grows beyond this, so that every number fits into 32 bits, the list of files included.
const MOST: u64 = u32::MAX as u64 - 64 * 1024 * 1024;

/// An archive under construction: what was written so far, and the list of files that ends it.
#[derive(Default)]
pub(super) struct Zip {
    written: u64,
    list: Vec<u8>,
    count: u16,
}

impl Zip {
    /// Files in it so far.
    pub(super) const fn count(&self) -> u16 {
        self.count
    }

    /// Whether a file of this length still fits.
    pub(super) const fn has_room(&self, length: u64) -> bool {
        self.written.saturating_add(length) < MOST && self.count < u16::MAX
    }

    /// A file. Ask first whether it fits.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) -> Bytes {
        let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
        let at = u32::try_from(self.written).unwrap_or(u32::MAX);
        let mut about = Vec::new();
        for part in [VERSION, UTF8, 0, 0, DAY] {
            about.extend(part.to_le_bytes());
        }
        for part in [crc32(content), length, length] {
            about.extend(part.to_le_bytes());
        }
        about.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        about.extend(0_u16.to_le_bytes());

        let mut file = Vec::with_capacity(content.len() + name.len() + 30);
        file.extend(b"PK\x03\x04");
        file.extend(&about);
        file.extend(name.as_bytes());
        file.extend(content);

        self.list.extend(b"PK\x01\x02");
        self.list.extend(VERSION.to_le_bytes());
        self.list.extend(&about);
        // No comment, first disk, no attributes.
        self.list.extend([0; 10]);
        self.list.extend(at.to_le_bytes());
        self.list.extend(name.as_bytes());

        self.written += u64::try_from(file.len()).unwrap_or(u64::MAX);
        self.count = self.count.saturating_add(1);
        file.into()
    }

    /// The end of the archive.
    pub(super) fn end(&mut self) -> Bytes {
        let mut end = std::mem::take(&mut self.list);
        let length = u32::try_from(end.len()).unwrap_or(u32::MAX);
        end.extend(b"PK\x05\x06");
        end.extend([0; 4]);
        end.extend(self.count.to_le_bytes());
        end.extend(self.count.to_le_bytes());
        end.extend(length.to_le_bytes());
        end.extend(u32::try_from(self.written).unwrap_or(u32::MAX).to_le_bytes());
        end.extend([0; 2]);
        end.into()
    }
}

/// The checksum of zip and of much else (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        let at = usize::from(sum.to_le_bytes().first().copied().unwrap_or(0) ^ byte);
        TABLE.get(at).copied().unwrap_or(0) ^ (sum >> 8)
    };
    !bytes.iter().fold(u32::MAX, step)
}

static TABLE: std::sync::LazyLock<Vec<u32>> = std::sync::LazyLock::new(|| {
    let of = |byte: u32| {
        (0..8).fold(byte, |sum, _| if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 })
    };
    (0..256).map(of).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn an_archive_lists_its_files_where_they_lie() {
        let mut zip = Zip::default();
        let mut all: Vec<u8> = Vec::new();
        let files = [("0001.jpg", &b"one"[..]), ("0002 حديقة.jpg", &b"second"[..])];
        let mut places = Vec::new();
        for (name, content) in files {
            places.push(all.len());
            all.extend(zip.add(name, content));
        }
        let list_at = all.len();
        all.extend(zip.end());
        let number = |at: usize, bytes: usize| {
            let mut sum = 0_usize;
            for (place, byte) in all.iter().skip(at).take(bytes).enumerate() {
                sum |= usize::from(*byte) << (8 * place);
            }
            sum
        };
        let end = all.len() - 22;
        assert!(all.get(end..).unwrap().starts_with(b"PK\x05\x06"));
        assert_eq!((number(end + 8, 2), number(end + 10, 2), number(end + 16, 4)), (2, 2, list_at));
        assert_eq!(number(end + 12, 4), end - list_at);
        let mut entry = list_at;
        for ((name, content), place) in files.iter().zip(places) {
            assert!(all.get(entry..).unwrap().starts_with(b"PK\x01\x02"));
            assert_eq!(number(entry + 20, 4), content.len());
            assert_eq!(number(entry + 42, 4), place);
            let (from, length) = (entry + 46, number(entry + 28, 2));
            assert_eq!(all.get(from..from + length).unwrap(), name.as_bytes());
            let begin = place + 30 + number(place + 26, 2);
            assert_eq!(all.get(begin..begin + content.len()).unwrap(), *content);
            assert_eq!(number(place + 14, 4), usize::try_from(crc32(content)).unwrap());
            entry = from + length;
        }
        assert_eq!(entry, end);
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let zip = Zip { written: MOST - 10, ..Zip::default() };
        assert!(zip.has_room(9) && !zip.has_room(10));
    }
}
