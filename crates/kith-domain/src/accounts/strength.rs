//! Whether a password is good enough, and a hint while it is typed.

use kith_base::{Message, Secret, limits};
use zxcvbn::feedback::Warning;

/// More signs than these make no password weaker and only cost time.
const LOOKED_AT: usize = 64;

/// Passwords that people choose when they must choose one of ten signs or more; zxcvbn knows the short ones.
const COMMON: &[&str] = &[
    "administrator",
    "changemeplease",
    "correcthorsebatterystaple",
    "facebook123",
    "footballfan",
    "greatpassword",
    "helloworld",
    "helloworld1",
    "iloveyou12",
    "iloveyou123",
    "iloveyouforever",
    "ichliebedich",
    "instagram1",
    "jesuschrist",
    "letmein123",
    "letmeinplease",
    "liverpool1",
    "manchester1",
    "minecraft123",
    "mypassword",
    "mypassword1",
    "parola1234",
    "passw0rd123",
    "password12",
    "password123",
    "password1234",
    "passwordpassword",
    "passwort123",
    "passwort1234",
    "pokemon123",
    "princess123",
    "qwerty12345",
    "qwertyuiop",
    "qwertyuiop123",
    "contrasena",
    "contrasena123",
    "motdepasse",
    "motdepasse1",
    "motdepasse123",
    "jetaime123",
    "teamomucho",
    "sunshine123",
    "superman123",
    "thequickbrownfox",
    "trustno1trustno1",
    "welcome123",
    "welcome1234",
    "willkommen1",
    "azertyuiop",
    "0123456789",
    "1234567890",
    "12345678910",
    "123456789a",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "9876543210",
    "aaaaaaaaaa",
    "abcdefghij",
    "abcdefghijk",
    "qazwsxedcrfv",
    "zxcvbnm123",
];

/// How good a password is.
#[derive(Clone, Debug, PartialEq)]
pub struct Strength {
    /// 0 (guessed at once) to 4 (strong); 2 is the least that is taken.
    pub score: u8,
    /// Whether it is taken.
    pub is_enough: bool,
    /// What would help, or a word of praise.
    pub hint: Message,
}

/// How good `password` is for somebody known by `personal` words: handle, name, mail address, the community's name.
pub fn strength_of(password: &str, personal: &[&str]) -> Strength {
    let length = password.chars().count();
    let refused = |score, hint| Strength { score, is_enough: false, hint };
    if length < *limits::PASSWORD.start() {
        return refused(0, Message::new("account-password-short").with("least", *limits::PASSWORD.start()));
    }
    if length > *limits::PASSWORD.end() {
        return refused(0, Message::new("account-password-long").with("most", *limits::PASSWORD.end()));
    }
    let folded = kith_text::names::fold(password);
    if COMMON.contains(&folded.as_str()) {
        return refused(0, Message::new("account-password-common"));
    }
    if is_personal(&folded, personal) {
        return refused(0, Message::new("account-password-personal"));
    }
    let start: String = password.chars().take(LOOKED_AT).collect();
    let entropy = zxcvbn::zxcvbn(&start, personal);
    let score = u8::from(entropy.score());
    if score >= 2 {
        let hint = if score >= 4 { "account-password-strong" } else { "account-password-good" };
        return Strength { score, is_enough: true, hint: Message::new(hint) };
    }
    let warning = entropy.feedback().and_then(zxcvbn::feedback::Feedback::warning);
    refused(score, Message::new(warning.map_or("account-password-weak", |warning| key_of(warning))))
}

/// Checks `password` for taking.
///
/// # Errors
/// What is wrong, for the field where it was typed.
pub fn check_password(password: &Secret, personal: &[&str]) -> Result<(), Message> {
    let strength = strength_of(password.expose(), personal);
    if strength.is_enough { Ok(()) } else { Err(strength.hint) }
}

/// Whether the password is one of the words, alone, doubled, or with a few signs around it.
fn is_personal(folded: &str, personal: &[&str]) -> bool {
    personal
        .iter()
        .map(|word| kith_text::names::fold(word.trim()))
        .filter(|word| word.chars().count() >= 3)
        .any(|word| {
            let rest = folded.replace(&word, "");
            let local = word.split('@').next().unwrap_or_default();
            rest.chars().count() <= 3 && rest.len() < folded.len() || folded == local
        })
}

const fn key_of(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "account-password-keyboard"
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "account-password-repeats"
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => "account-password-common",
        Warning::SequencesLikeAbcAreEasyToGuess => "account-password-sequence",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => "account-password-date",
        Warning::AWordByItselfIsEasyToGuess
        | Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => "account-password-word",
    }
}
