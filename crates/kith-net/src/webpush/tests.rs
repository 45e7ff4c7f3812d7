//! Held against what the standards themselves print, and against the reader's side of them.

use base64::Engine;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use serde_json::Value;

use super::seal::Keys;
use super::{LIFE, Receiver, ServerKey, letter};

fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

#[test]
fn the_example_of_rfc_8291_comes_out_to_the_byte() {
    let keys = Keys {
        shared: &bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs"),
        sender: &bytes(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
        ),
        receiver: Receiver {
            endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
            p256dh: &bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            ),
            auth: &bytes("BTBZMqHH6r4Tts7J_aSIgg"),
            is_standard: true,
        },
        salt: bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap(),
    };
    let sealed = keys.standard(b"When I grow up, I want to be a watermelon", 0).unwrap();
    let printed = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz\
                   AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
    assert_eq!(URL_SAFE_NO_PAD.encode(sealed), printed);
}

#[test]
fn the_example_of_the_draft_comes_out_to_the_byte() {
    let keys = Keys {
        shared: &bytes("RNjC-NVW4BGJbxWPW7G2mowsLeDa53LYKYm4--NOQ6Y"),
        sender: &bytes(
            "BNoRDbb84JGm8g5Z5CFxurSqsXWJ11ItfXEWYVLE85Y7CYkDjXsIEc4aqxYaQ1G8BqkXCJ6DPpDrWtdWj_mugHU",
        ),
        receiver: Receiver {
            endpoint: "https://push.example/x",
            p256dh: &bytes(
                "BCEkBjzL8Z3C-oi2Q7oE5t2Np-p7osjGLg93qUP0wvqRT21EEWyf0cQDQcakQMqz4hQKYOQ3il2nNZct4HgAUQU",
            ),
            auth: &bytes("R29vIGdvbyBnJyBqb29iIQ"),
            is_standard: false,
        },
        salt: bytes("lngarbyKfMoi9Z75xYXmkg").try_into().unwrap(),
    };
    let sealed = keys.draft(b"I am the walrus", 0).unwrap();
    assert_eq!(URL_SAFE_NO_PAD.encode(sealed), "6nqAQUME8hNqw5J3kl8cpVVJylXKYqZOeseZG8UueKpA");
}

/// A point that is one, so that a key can be agreed on.
fn point() -> Vec<u8> {
    bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
}

#[test]
fn the_signature_names_the_service_and_ends() {
    let kept = ServerKey::fresh().unwrap();
    let key = ServerKey::read(&kept).unwrap();
    assert_eq!(key.public(), ServerKey::read(&kept).unwrap().public());
    let (point, now) = (point(), 1_772_366_400_000);
    for is_standard in [true, false] {
        let endpoint = "https://push.example:8443/x?y=z";
        let receiver = Receiver { endpoint, p256dh: &point, auth: &[7; 16], is_standard };
        let (headers, body) = letter(&key, receiver, b"words", "mailto:a@example.org", now).unwrap();
        let head = headers["authorization"].to_str().unwrap();
        let token = if is_standard {
            let (token, public) = head.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
            assert_eq!(bytes(public), URL_SAFE.decode(key.public()).unwrap());
            assert_eq!(headers["content-encoding"], "aes128gcm");
            assert_eq!(body.len(), 16 + 4 + 1 + 65 + 128 + 1 + 16);
            token
        } else {
            let crypto = headers["crypto-key"].to_str().unwrap();
            let (sender, public) = crypto.strip_prefix("dh=").unwrap().split_once(";p256ecdsa=").unwrap();
            assert_eq!((bytes(sender).len(), bytes(public).len()), (65, 65));
            assert_eq!(
                bytes(headers["encryption"].to_str().unwrap().strip_prefix("salt=").unwrap()).len(),
                16
            );
            assert_eq!(headers["content-encoding"], "aesgcm");
            head.strip_prefix("WebPush ").unwrap()
        };
        assert_eq!(headers["ttl"], (LIFE / 1_000).to_string());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, URL_SAFE.decode(key.public()).unwrap());
        public.verify(signed.as_bytes(), &bytes(signature)).unwrap();
        let claims: Value = serde_json::from_slice(&bytes(signed.split_once('.').unwrap().1)).unwrap();
        assert_eq!(claims["aud"], "https://push.example:8443");
        assert_eq!(claims["sub"], "mailto:a@example.org");
        let lasts = claims["exp"].as_i64().unwrap() - now / 1_000;
        assert!((1..=86_400).contains(&lasts), "{lasts}");
    }
}

#[test]
fn no_two_letters_are_alike_and_their_lengths_say_little() {
    let key = ServerKey::read(&ServerKey::fresh().unwrap()).unwrap();
    let point = point();
    let receiver =
        Receiver { endpoint: "https://push.example/x", p256dh: &point, auth: &[7; 16], is_standard: true };
    let sent = |words: &[u8]| letter(&key, receiver, words, "", 0).map(|(_, body)| body);
    assert_ne!(sent(b"words"), sent(b"words"));
    assert_eq!(sent(b"").unwrap().len(), sent(&[b'x'; 127]).unwrap().len());
    // Push services take 4,096 bytes.
    let most = (0..5_000).rev().step_by(100).find_map(|length| sent(&vec![b'x'; length])).unwrap();
    assert!((3_800..=4_096).contains(&most.len()), "{}", most.len());
}

#[test]
fn keys_that_are_none_are_refused() {
    let key = ServerKey::read(&ServerKey::fresh().unwrap()).unwrap();
    let good = point();
    let mut off_the_curve = good.clone();
    off_the_curve[40] ^= 1;
    for p256dh in [&off_the_curve[..], &[4; 65], &good[..64], &[]] {
        let receiver =
            Receiver { endpoint: "https://push.example/x", p256dh, auth: &[7; 16], is_standard: true };
        assert!(letter(&key, receiver, b"words", "", 0).is_none());
    }
    assert!(ServerKey::read(&kith_base::Secret::new("no key")).is_err());
}
