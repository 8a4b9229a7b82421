use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use model::{Actor, AppError};
use newsroom::{Format, LibraryEntry, PictureError};

use crate::harness::Paper;

/// Pictures of others to try things on; `None`, and a word about it, where they are not there.
fn samples(folder: &str) -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return None;
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    files.sort();
    Some(files)
}

fn name(file: &Path) -> String {
    file.file_name().expect("a file has a name").to_string_lossy().into_owned()
}

fn png(picture: RgbaImage) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut file, ImageFormat::Png).expect("a picture in memory is written");
    file.into_inner()
}

async fn store(paper: &Paper, file: Vec<u8>) -> Result<model::Picture, PictureError> {
    paper.newsroom.pictures().store(file, LibraryEntry { alt: "prova", ..LibraryEntry::default() }).await
}

#[tokio::test]
async fn a_picture_is_kept_once_in_three_widths_and_two_formats() {
    Paper::each(|paper| async move {
        let file = png(RgbaImage::from_pixel(1200, 800, Rgba([200, 100, 50, 255])));
        let picture = store(&paper, file.clone()).await.expect("a picture is stored");
        assert_eq!((picture.width, picture.height, picture.hash.len()), (1200, 800, 64));
        assert_eq!(picture.widths, [480, 960, 1200]);
        assert_eq!(picture.colour, "#c86432");

        let pictures = paper.newsroom.pictures();
        for &width in &picture.widths {
            for (format, kind) in [(Format::Webp, ImageFormat::WebP), (Format::Jpeg, ImageFormat::Jpeg)] {
                let file = pictures.file(&picture.hash, width, format).await.expect("files can be read");
                let file = file.expect("every width is there");
                let shown = image::load_from_memory_with_format(&file, kind).expect("the file is what it says");
                assert_eq!((shown.width(), shown.height()), (width, width * 2 / 3));
            }
        }
        assert_eq!(store(&paper, file).await.expect("it is known"), picture);
        assert_eq!(pictures.get(&Actor::Operator, &picture.hash).await.expect("it can be looked up"), picture);
        for (actor, hash, why) in [
            (Actor::Operator, "0".repeat(64), AppError::NotFound),
            (Actor::Operator, "../../x".to_owned(), AppError::NotFound),
            (Actor::Reader, picture.hash.clone(), AppError::SignInRequired),
        ] {
            assert_eq!(pictures.get(&actor, &hash).await.map_err(AppError::from), Err(why), "{hash}");
        }
        assert_eq!(pictures.file(&picture.hash, 481, Format::Webp).await.expect("no error"), None);
        assert_eq!(pictures.file("../redazione", 480, Format::Webp).await.expect("no error"), None);
    })
    .await;
}

#[tokio::test]
async fn transparency_stays_in_webp_and_lies_on_white_in_jpeg() {
    Paper::each(|paper| async move {
        let picture = store(&paper, png(RgbaImage::new(64, 64))).await.expect("a picture is stored");
        assert_eq!(picture.colour, "#ffffff");
        let pictures = paper.newsroom.pictures();
        let jpeg = pictures.file(&picture.hash, 64, Format::Jpeg).await.expect("it can be read").expect("it is there");
        let webp = pictures.file(&picture.hash, 64, Format::Webp).await.expect("it can be read").expect("it is there");
        let (jpeg, webp) = (image::load_from_memory(&jpeg), image::load_from_memory(&webp));
        assert_eq!(jpeg.expect("a JPEG").to_rgb8().get_pixel(32, 32).0, [255, 255, 255]);
        assert_eq!(webp.expect("a WebP").to_rgba8().get_pixel(32, 32).0[3], 0);
    })
    .await;
}

#[tokio::test]
async fn a_header_that_claims_too_many_pixels_is_believed_and_refused() {
    Paper::each(|paper| async move {
        // A true PNG of one pixel, whose header is then made to say 13,000 × 13,000.
        let mut file = png(RgbaImage::new(1, 1));
        file[16..20].copy_from_slice(&13_000_u32.to_be_bytes());
        file[20..24].copy_from_slice(&13_000_u32.to_be_bytes());
        let checksum = crc(&file[12..29]);
        file[29..33].copy_from_slice(&checksum.to_be_bytes());
        let refused = store(&paper, file).await;
        assert!(matches!(refused, Err(PictureError::TooManyPixels { width: 13_000, height: 13_000 })), "{refused:?}");

        let refused = store(&paper, vec![0; (40 << 20) + 1]).await;
        assert!(matches!(refused, Err(PictureError::TooLarge)), "{refused:?}");
    })
    .await;
}

/// The checksum of a PNG's chunk.
fn crc(chunk: &[u8]) -> u32 {
    !chunk.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[tokio::test]
async fn hostile_and_broken_files_are_refused_with_a_sentence_and_leave_nothing_behind() {
    let Some(files) = samples("bad") else { return };
    Paper::each(|paper| {
        let files = files.clone();
        async move {
            for file in files {
                let name = name(&file);
                let outcome = store(&paper, std::fs::read(&file).expect("the sample can be read")).await;
                let expected = match name.as_str() {
                    "flood-30000x30000-1bit.png" | "flood-claims-64250x64250.jpg" => "too many pixels",
                    "bad-crc.png"
                    | "truncated.png"
                    | "truncated.webp"
                    | "sharp-truncated.jpg"
                    | "gif-js-polyglot.gif" => "broken",
                    "truncated.heic" | "truncated.avif" => "unreadable",
                    // Real pictures with something beside them, which does not come along.
                    "png-named.jpg"
                    | "jpeg-comment-script.jpg"
                    | "jpeg-with-zip-appended.jpg"
                    | "gif-3000-frames.gif"
                    | "ztxt-bomb-50MB.png" => "stored",
                    _ => "unknown",
                };
                let found = match &outcome {
                    Ok(_) => "stored",
                    Err(PictureError::TooManyPixels { .. }) => "too many pixels",
                    Err(PictureError::Broken(_)) => "broken",
                    Err(PictureError::Unreadable(_)) => "unreadable",
                    Err(PictureError::Unknown) => "unknown",
                    Err(PictureError::TooLarge | PictureError::Store(_)) => "something else",
                };
                assert_eq!(found, expected, "{name}: {outcome:?}");
                if let Ok(picture) = outcome {
                    let webp = paper.newsroom.pictures().file(&picture.hash, picture.widths[0], Format::Webp).await;
                    let webp = webp.expect("it can be read").expect("it is there");
                    assert!(!webp.windows(6).any(|part| part == b"script"), "{name}: a script came along");
                }
            }
            let left = std::fs::read_dir(paper.config.data.join("media")).expect("the media folder is there").count();
            assert_eq!(left % 2, 0, "every width of what was stored is there in two formats, and nothing else");
        }
    })
    .await;
}

#[tokio::test]
async fn every_orientation_comes_out_upright() {
    let Some(files) = samples("orientation") else { return };
    Paper::each(|paper| {
        let files = files.clone();
        async move {
            let mut first: Option<image::RgbImage> = None;
            for file in files {
                let picture = store(&paper, std::fs::read(&file).expect("the sample can be read")).await;
                let picture = picture.unwrap_or_else(|why| panic!("{}: {why}", file.display()));
                assert_eq!((picture.width, picture.height), (1800, 1200), "{}", file.display());
                let shown = paper.newsroom.pictures().file(&picture.hash, 480, Format::Jpeg).await;
                let shown = shown.expect("it can be read").expect("it is there");
                let shown = image::load_from_memory(&shown).expect("a JPEG").to_rgb8();
                let apart = first.as_ref().map_or(0, |first| difference(first, &shown));
                assert!(apart < 8, "{} looks different from the first: {apart}", file.display());
                first.get_or_insert(shown);
            }
        }
    })
    .await;
}

/// How far apart two pictures of one size are, from 0 to 255.
fn difference(one: &image::RgbImage, other: &image::RgbImage) -> u64 {
    let apart = one.iter().zip(other.iter()).map(|(one, other)| u64::from(one.abs_diff(*other)));
    apart.sum::<u64>() / one.len() as u64
}

#[tokio::test]
async fn photographs_of_every_kind_are_stored_without_what_the_camera_wrote_into_them() {
    let (Some(mut files), Some(photos)) = (samples("formats"), samples("photos")) else { return };
    // A place, a name; a WebP that lies on its side.
    files.extend(photos.into_iter().filter(|photo| {
        ["Canon-PowerShot-S40-2.jpg", "Issue-308.jpg", "Nikon-Coolpix-P7000.webp", "astronaut.png"]
            .contains(&&*name(photo))
    }));
    Paper::each(|paper| {
        let files = files.clone();
        async move {
            for file in files {
                let name = name(&file);
                let outcome = store(&paper, std::fs::read(&file).expect("the sample can be read")).await;
                if file.extension().is_some_and(|kind| kind == "heic" || kind == "avif") {
                    assert!(matches!(outcome, Err(PictureError::Unreadable(_))), "{name}: {outcome:?}");
                    continue;
                }
                let picture = outcome.unwrap_or_else(|why| panic!("{name}: {why}"));
                if name.starts_with("Nikon-Coolpix") {
                    assert_eq!((picture.width, picture.height), (2736, 3648), "{name} stands upright");
                }
                for format in [Format::Webp, Format::Jpeg] {
                    let kept = paper.newsroom.pictures().file(&picture.hash, picture.widths[0], format).await;
                    let kept = kept.expect("it can be read").expect("it is there");
                    let marks: [&[u8]; 4] = [b"Exif", b"EXIF", b"ICC_PROFILE", b"http://ns.adobe.com"];
                    for mark in marks {
                        assert!(!kept.windows(mark.len()).any(|part| part == mark), "{name}: metadata came along");
                    }
                }
            }
        }
    })
    .await;
}
