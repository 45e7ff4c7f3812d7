//! Which refusals of a mail server speak of the address, and which of us, of the moment, or of what was written.

use lettre::transport::smtp::Error;

/// The mail server's words, when it says for good that the address does not work.
pub(super) fn of_address(problem: &Error) -> Option<String> {
    let code = problem.status().filter(|_| problem.is_permanent())?;
    let words = problem.to_string();
    speaks_of_address(u16::from(code), &words).then_some(words)
}

/// `words` may hold a code of three numbers (RFC 3463); its second number says what the refusal is about, and is believed
/// before the code of SMTP, which is used for all sorts of things: 1 is the address, 2 the mailbox.
fn speaks_of_address(code: u16, words: &str) -> bool {
    match subject_of(words) {
        Some(subject) => matches!(subject, 1 | 2),
        None => matches!(code, 550 | 551 | 553),
    }
}

fn subject_of(words: &str) -> Option<u16> {
    words.split(|sign: char| !(sign.is_ascii_digit() || sign == '.')).find_map(|word| {
        let mut numbers = word.split('.').map(str::parse::<u16>);
        match (numbers.next(), numbers.next(), numbers.next(), numbers.next()) {
            (Some(Ok(5)), Some(Ok(subject)), Some(Ok(_)), None) => Some(subject),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_speaks_of_the_address_counts_against_it() {
        for (code, words) in [
            (550, "permanent error (550): 5.1.1 User unknown"),
            (550, "permanent error (550): no such user here"),
            (552, "permanent error (552): 5.2.2 mailbox is full"),
            (553, "permanent error (553): not a mailbox"),
        ] {
            assert!(speaks_of_address(code, words), "{words}");
        }
        for (code, words) in [
            (535, "permanent error (535): 5.7.8 bad credentials"),
            (550, "permanent error (550): 5.7.1 relaying denied"),
            (550, "permanent error (550): 5.7.26 the sender is not authenticated"),
            (554, "permanent error (554): we do not like it"),
            (501, "permanent error (501): syntax"),
            (552, "permanent error (552): 5.3.4 too big"),
        ] {
            assert!(!speaks_of_address(code, words), "{words}");
        }
        // An address of the network is no such code.
        assert_eq!(subject_of("550 5.1.2.3 refused"), None);
    }
}
