//! What comes out of the studio: sizes of one picture and what is known about it.

use serde::{Deserialize, Serialize};

/// Formats that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG, still or animated.
    Png,
    /// GIF, still or animated.
    Gif,
    /// WebP, still or animated.
    WebP,
}

/// How a derived file is encoded. Only these two are ever served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encoding {
    /// `image/jpeg`
    Jpeg,
    /// `image/png`
    Png,
}

impl Encoding {
    /// The media type to serve with.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// The sizes made of every picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SizeName {
    /// At most 2048 pixels on the longer side.
    Full,
    /// At most 1080.
    Feed,
    /// At most 480.
    Small,
    /// 160 by 160 around the centre.
    Square,
}

impl SizeName {
    /// All sizes, largest first.
    pub const ALL: [Self; 4] = [Self::Full, Self::Feed, Self::Small, Self::Square];

    /// The longest side in pixels.
    pub fn max_side(self) -> u32 {
        match self {
            Self::Full => 2048,
            Self::Feed => 1080,
            Self::Small => 480,
            Self::Square => 160,
        }
    }

    /// The name in addresses and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Feed => "feed",
            Self::Small => "small",
            Self::Square => "square",
        }
    }

    /// The size with this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.as_str() == text)
    }
}

/// A part of the upright picture, each number a share of its width or height between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Crop {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

/// One derived file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// Which size.
    pub name: SizeName,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `image/jpeg` or `image/png`.
    pub content_type: &'static str,
    /// The file, newly encoded and without any metadata.
    pub bytes: Vec<u8>,
}

/// A picture that was taken, in all its sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Processed {
    /// What was sent.
    pub format: Format,
    /// Width of the upright (and cropped) original.
    pub width: u32,
    /// Height of the upright (and cropped) original.
    pub height: u32,
    /// The derived files, one for each [`SizeName`], largest first.
    pub sizes: Vec<Size>,
    /// SHA-256 of the bytes that were sent.
    pub sha256: [u8; 32],
    /// Perceptual hash of the upright picture, see [`crate::pdq`].
    pub pdq: [u8; 32],
    /// 0 to 100; below 50 the perceptual hash says little (flat pictures).
    pub pdq_quality: u8,
    /// A blurred placeholder of some 25 bytes.
    pub thumbhash: Vec<u8>,
    /// The same for apps that read blurhash (blurha.sh), some 30 characters.
    pub blurhash: String,
    /// The original moves; the derived files show its first frame.
    pub animated: bool,
}

impl Processed {
    /// The derived file of this size.
    pub fn size(&self, name: SizeName) -> Option<&Size> {
        self.sizes.iter().find(|size| size.name == name)
    }

    /// Bytes of all derived files together.
    pub fn stored_bytes(&self) -> u64 {
        self.sizes.iter().map(|size| size.bytes.len() as u64).sum()
    }
}
