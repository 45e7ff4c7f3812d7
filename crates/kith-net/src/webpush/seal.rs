//! Encryption for one receiver, by a key that is made for one message and forgotten.

use ring::aead::{AES_128_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use ring::rand::SystemRandom;

use super::Receiver;

/// Length of a point that is written out.
const POINT: usize = 65;
const SALT: usize = 16;
/// All of a message is one record, which is as long as push services take anything.
const RECORD: usize = 4096;
const TAG: usize = 16;
/// Lengths are rounded up to this, so that they say little.
const BLOCK: usize = 128;

/// What is sent.
pub(super) struct Sealed {
    pub body: Vec<u8>,
    /// Salt and sender's key where these stand in headers, as in the draft.
    pub parts: Option<([u8; SALT], Vec<u8>)>,
}

/// Encrypts `words` for `receiver`; none when its keys are none, or the words are too many.
pub(super) fn seal(receiver: Receiver<'_>, words: &[u8]) -> Option<Sealed> {
    let random = SystemRandom::new();
    let private = EphemeralPrivateKey::generate(&ECDH_P256, &random).ok()?;
    let sender = private.compute_public_key().ok()?.as_ref().to_vec();
    let other = UnparsedPublicKey::new(&ECDH_P256, receiver.p256dh);
    let shared = agree_ephemeral(private, &other, <[u8]>::to_vec).ok()?;
    let keys = Keys { shared: &shared, sender: &sender, receiver, salt: kith_base::random_bytes() };
    let padding = BLOCK - words.len() % BLOCK;
    if receiver.is_standard {
        Some(Sealed { body: keys.standard(words, padding)?, parts: None })
    } else {
        Some(Sealed { body: keys.draft(words, padding)?, parts: Some((keys.salt, sender.clone())) })
    }
}

/// All that a message is encrypted from.
pub(super) struct Keys<'a> {
    pub shared: &'a [u8],
    pub sender: &'a [u8],
    pub receiver: Receiver<'a>,
    pub salt: [u8; SALT],
}

impl Keys<'_> {
    /// RFC 8291 over RFC 8188, `aes128gcm`: everything that is needed to read it stands in front.
    pub fn standard(&self, words: &[u8], padding: usize) -> Option<Vec<u8>> {
        let secret = self.secret(&[b"WebPush: info\0", self.receiver.p256dh, self.sender])?;
        let prk = Salt::new(HKDF_SHA256, &self.salt).extract(&secret);
        let mut record = words.to_vec();
        // What ends the words of a last record, before the padding.
        record.push(2);
        record.resize(record.len() + padding, 0);
        let key = expand::<16>(&prk, &[b"Content-Encoding: aes128gcm\0"])?;
        let nonce = expand::<NONCE_LEN>(&prk, &[b"Content-Encoding: nonce\0"])?;
        encrypt(&key, nonce, &mut record)?;
        let length = u8::try_from(self.sender.len()).ok()?;
        let record_size = u32::try_from(RECORD).ok()?.to_be_bytes();
        Some([self.salt.as_slice(), &record_size, &[length], self.sender, record.as_slice()].concat())
    }

    /// draft-ietf-webpush-encryption-04 over draft-ietf-httpbis-encryption-encoding-03, `aesgcm`: salt and sender's key
    /// travel in headers.
    pub fn draft(&self, words: &[u8], padding: usize) -> Option<Vec<u8>> {
        let secret = self.secret(&[b"Content-Encoding: auth\0"])?;
        let prk = Salt::new(HKDF_SHA256, &self.salt).extract(&secret);
        let length = u16::try_from(POINT).ok()?.to_be_bytes();
        let between = [b"P-256\0".as_slice(), &length, self.receiver.p256dh, &length, self.sender].concat();
        let mut record = u16::try_from(padding).ok()?.to_be_bytes().to_vec();
        record.resize(record.len() + padding, 0);
        record.extend_from_slice(words);
        let key = expand::<16>(&prk, &[b"Content-Encoding: aesgcm\0", &between])?;
        let nonce = expand::<NONCE_LEN>(&prk, &[b"Content-Encoding: nonce\0", &between])?;
        encrypt(&key, nonce, &mut record)?;
        Some(record)
    }

    /// What only the two of us know, bound to what `info` says.
    fn secret(&self, info: &[&[u8]]) -> Option<[u8; 32]> {
        let is_point = |key: &[u8]| key.len() == POINT;
        if !is_point(self.receiver.p256dh) || !is_point(self.sender) {
            return None;
        }
        expand(&Salt::new(HKDF_SHA256, self.receiver.auth).extract(self.shared), info)
    }
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expand<const N: usize>(prk: &Prk, info: &[&[u8]]) -> Option<[u8; N]> {
    let mut made = [0; N];
    prk.expand(info, Length(N)).ok()?.fill(&mut made).ok()?;
    Some(made)
}

/// Encrypts in place. The key is made for this record alone, so its nonce comes once.
fn encrypt(key: &[u8; 16], nonce: [u8; NONCE_LEN], record: &mut Vec<u8>) -> Option<()> {
    // The last record of the draft has to be shorter than a full one.
    if record.len() + TAG + SALT + 5 + POINT >= RECORD {
        return None;
    }
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, key).ok()?);
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), record).ok()
}
