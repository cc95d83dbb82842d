//! What the bytes of a file are, whatever its name says; and the parts of a workbook, unpacked once and within limits.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::limits;
use crate::phrase::{Phrase, phrase};

/// Fewest bytes of a string in the table of shared strings: `<si/>`.
const SHORTEST_STRING: u64 = 5;

/// Memory that is set aside at once for the unpacked parts of a workbook; more comes when it is needed.
const USUAL_BYTES: usize = 512 * 1024;

/// What a file turns out to be.
pub enum Content<'a> {
    /// A workbook whose parts are unpacked.
    Workbook(Package),
    /// No container of any kind; perhaps text.
    Plain(&'a [u8]),
}

/// The parts of a workbook that hold values, in a container that is not packed any more.
pub struct Package {
    /// The container.
    pub bytes: Vec<u8>,
    /// Whether the workbook brings macros; they are left in the file.
    pub has_macros: bool,
}

/// Whether the first bytes are those of a container with packed parts, as workbooks are.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Looks at the first bytes of a file and unpacks a workbook.
pub fn open(bytes: &[u8]) -> Result<Content<'_>, Phrase> {
    if bytes.is_empty() {
        Err(phrase("intake-empty-file"))
    } else if is_packed(bytes) {
        unpack(bytes).map(Content::Workbook)
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        Err(compound_file(bytes))
    } else {
        Ok(Content::Plain(bytes))
    }
}

/// Says what a compound file is: an encrypted workbook, an old one, or something else.
fn compound_file(bytes: &[u8]) -> Phrase {
    let has_stream = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has_stream("EncryptedPackage") {
        phrase("intake-password")
    } else if has_stream("Workbook") || has_stream("Book") {
        phrase("intake-old-workbook")
    } else {
        phrase("intake-not-known")
    }
}

fn unpack(bytes: &[u8]) -> Result<Package, Phrase> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > limits::PARTS {
        return Err(phrase("intake-too-many-parts").with("limit", limits::PARTS));
    }
    let mut plain = ZipWriter::new(Cursor::new(Vec::with_capacity((bytes.len() * 8).min(USUAL_BYTES))));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut package = Package {
        bytes: Vec::new(),
        has_macros: false,
    };
    let mut left = limits::UNPACKED_BYTES;
    let mut buffer = Vec::new();
    let mut is_workbook = false;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let name = part.name().map_err(|error| damaged(&error))?.replace('\\', "/");
        let lower = name.to_ascii_lowercase();
        package.has_macros |= lower.ends_with("vbaproject.bin");
        if lower == "xl/workbook.bin" {
            return Err(phrase("intake-binary-workbook"));
        }
        if part.is_dir() || !holds_values(&lower) {
            continue;
        }
        is_workbook |= lower.starts_with("xl/workbook");
        let packed = part.compressed_size();
        let allowed = left.min((packed.saturating_mul(limits::UNPACKED_TIMES)).max(limits::UNSUSPICIOUS_BYTES));
        if part.size() > allowed {
            return Err(bomb());
        }
        buffer.clear();
        let read = (&mut part).take(allowed + 1).read_to_end(&mut buffer);
        // What the directory says of sizes is not believed: the bytes that really came are counted.
        let size = buffer.len() as u64;
        if size > allowed {
            return Err(bomb());
        }
        read.map_err(|_| phrase("intake-damaged-workbook"))?;
        left -= size;
        if lower.ends_with("sharedstrings.xml") && promises_too_many_strings(&buffer) {
            return Err(phrase("intake-damaged-workbook"));
        }
        plain
            .start_file(name, stored)
            .and_then(|()| plain.write_all(&buffer).map_err(ZipError::Io))
            .map_err(|error| damaged(&error))?;
    }
    if !is_workbook {
        return Err(phrase("intake-not-a-workbook"));
    }
    package.bytes = plain.finish().map_err(|error| damaged(&error))?.into_inner();
    Ok(package)
}

/// Whether a part is needed to read values: the sheets, their strings and number formats, and what links them.
fn holds_values(lower: &str) -> bool {
    const LEFT_OUT: [&str; 13] = [
        "docprops/",
        "customxml/",
        "/theme/",
        "/drawings/",
        "/charts/",
        "/media/",
        "/comments",
        "/threadedcomments/",
        "/externallinks/",
        "/pivot",
        "/printersettings/",
        "/tables/",
        "/worksheets/_rels/",
    ];
    let is_text = lower
        .rsplit('.')
        .next()
        .is_some_and(|end| matches!(end, "xml" | "rels"));
    is_text && !LEFT_OUT.iter().any(|part| lower.contains(part))
}

/// Whether the table of strings promises more strings than its bytes can hold; memory is set aside by that promise.
fn promises_too_many_strings(xml: &[u8]) -> bool {
    let mark = b"uniqueCount";
    let possible = xml.len() as u64 / SHORTEST_STRING;
    xml.windows(mark.len())
        .enumerate()
        .filter(|(_, window)| window == mark)
        .any(|(at, _)| {
            let digits: String = xml
                .iter()
                .skip(at + mark.len())
                .skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>')
                .take_while(|byte| byte.is_ascii_digit())
                .map(|byte| char::from(*byte))
                .collect();
            !digits.is_empty() && digits.parse::<u64>().map_or(true, |count| count > possible)
        })
}

fn bomb() -> Phrase {
    phrase("intake-unpacks-too-large").with("limit", limits::UNPACKED_BYTES / (1024 * 1024))
}

fn damaged(error: &ZipError) -> Phrase {
    match error {
        ZipError::InvalidPassword => phrase("intake-password"),
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => phrase("intake-password"),
        _ => phrase("intake-damaged-workbook"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn refusal(bytes: &[u8]) -> &'static str {
        open(bytes).err().expect("it must be refused").key()
    }

    #[test]
    fn a_zip_bomb_is_refused_before_it_fills_the_memory() {
        let zeros = vec![b' '; 3 * 1024 * 1024];
        let bomb = zip(&[
            ("xl/workbook.xml", b"<workbook/>"),
            ("xl/worksheets/sheet1.xml", &zeros),
        ]);
        assert!(bomb.len() < 10_000);
        assert_eq!(refusal(&bomb), "intake-unpacks-too-large");
    }

    #[test]
    fn a_part_that_lies_about_its_size_is_refused() {
        let zeros = vec![b' '; 3 * 1024 * 1024];
        let mut bomb = zip(&[
            ("xl/workbook.xml", b"<workbook/>"),
            ("xl/worksheets/sheet1.xml", &zeros),
        ]);
        let true_size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
        for at in 0..bomb.len() - 4 {
            if bomb[at..at + 4] == true_size {
                bomb[at..at + 4].copy_from_slice(&1000u32.to_le_bytes());
            }
        }
        assert_eq!(refusal(&bomb), "intake-damaged-workbook");
    }

    #[test]
    fn too_many_parts_are_refused() {
        let names: Vec<String> = (0..=limits::PARTS)
            .map(|n| format!("xl/worksheets/sheet{n}.xml"))
            .collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
        assert_eq!(refusal(&zip(&parts)), "intake-too-many-parts");
    }

    #[test]
    fn a_promise_of_endless_strings_is_not_believed() {
        let strings = br#"<sst count="1" uniqueCount="18446744073709551615"><si><t>a</t></si></sst>"#;
        let bytes = zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", strings)]);
        assert_eq!(refusal(&bytes), "intake-damaged-workbook");
    }

    #[test]
    fn other_containers_are_told_apart() {
        let compound = |name: &str| {
            let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
            bytes.resize(512, 0);
            bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
            bytes
        };
        assert_eq!(refusal(b""), "intake-empty-file");
        assert_eq!(refusal(&compound("EncryptedPackage")), "intake-password");
        assert_eq!(refusal(&compound("Workbook")), "intake-old-workbook");
        assert_eq!(refusal(&compound("WordDocument")), "intake-not-known");
        assert_eq!(
            refusal(&zip(&[("word/document.xml", b"<a/>")])),
            "intake-not-a-workbook"
        );
        assert_eq!(refusal(&zip(&[("xl/workbook.bin", b"x")])), "intake-binary-workbook");
        assert_eq!(
            refusal(b"PK\x03\x04 and then nothing of the kind"),
            "intake-damaged-workbook"
        );
        assert!(matches!(open(b"wave,staff"), Ok(Content::Plain(_))));
    }
}
