### Name, short name, mail address and password: labels, hints, and what is wrong with what was typed.

account-name-label = Name
account-name-hint = As your neighbours know you. Any script is fine.
account-name-missing = Please enter a name.
account-name-length = This name is too long. Up to { $most } characters fit.
account-name-character = “{ $character }” cannot be part of a name.
account-name-shape = A name needs at least one letter.
account-name-mixed-scripts = This mixes letters of different scripts that look alike. Please use one script for each word.
account-name-look-alike = This could be mistaken for the name of this place or of someone who looks after it. Please choose another one.
account-handle-label = Short name
account-handle-hint = Your address here, for mentions and links. You can change it every 14 days, and old links keep working.
account-handle-length = A short name has { $least } to { $most } characters.
account-handle-character = “{ $character }” cannot be used here. Letters, digits, and _ . - between them are fine.
account-handle-shape = A handle has at least one letter. Dots and dashes stand between letters or digits, one at a time.
account-handle-reserved = This name is kept for the site itself. Please choose another one; your own name fits well.
account-handle-look-alike = This looks too much like a name that is taken. Please choose another one; a number or a second name behind it is enough.
account-handle-taken = Someone here already has this name. Please choose another one; a number or a second name behind it is enough.
account-handle-too-soon =
    { $days ->
        [one] You changed it not long ago. You can change it again in { $days } day.
       *[other] You changed it not long ago. You can change it again in { $days } days.
    }
account-email-label = Mail address
account-email-confirmed = Confirmed
account-email-unconfirmed = Not confirmed
account-email-remove = Remove my address
account-email-remove-text = Without an address we cannot send you links. If you forget your password, only a code that an admin hands you gets you back in.
account-email-form = This address looks incomplete. One looks like name@example.org.
account-email-length = This address is too long.
account-email-taken = This address already belongs to an account here.
account-password = Password
account-password-text = A new password signs you out everywhere else.
account-password-rule = At least 10 characters. A few words in a row are easy to remember and hard to guess.
account-password-strength = Strength
account-password-short = Too short. It needs at least { $least } characters.
account-password-long = Too long. Up to { $most } characters fit.
account-password-common = Very many people use this one, so it is guessed first.
account-password-personal = This is too close to your name, your address or the name of this place.
account-password-keyboard = Rows of keys are easy to guess.
account-password-repeats = Repetitions are easy to guess.
account-password-sequence = Sequences like abc or 6543 are easy to guess.
account-password-date = Dates are easy to guess.
account-password-word = A single word or name is easy to guess. Add some more.
account-password-weak = Easy to guess. Add another word or two.
account-password-good = Good.
account-password-strong = Strong.
account-password-wrong = This is not your current password.
account-current-password = Current password
account-new-password = New password
account-change-password = Change password
