### Settings: the overview, sessions, language and looks, leaving.

settings-title = Settings
settings-not-active = Your account is not active at the moment, so only this can be set.
settings-account = Account
settings-account-text = Name, short name, mail address, password
settings-privacy = Privacy
settings-privacy-text = Who sees what, and who may come closer
settings-filters = Words to leave out
settings-filters-text = Words you would rather not read
settings-language = Language and looks
settings-language-text = Language, colours, time zone
settings-sessions = Where you are signed in
settings-sessions-text = Your devices, and signing them out
settings-leave = Leave
settings-leave-text = Take a break, or delete your account
settings-time-zone = Time zone
settings-sessions-explained = Every browser in which you are signed in. If you do not know one of them, end it and change your password.
settings-session-unknown = Unnamed browser
settings-session-this = This one
settings-session-facts = Since { $began }, last used { $seen }
settings-session-rename = Rename
settings-session-name = Name
settings-session-end = Sign out there
settings-sessions-end-others = Sign out everywhere else
settings-rest-title = Take a break
settings-rest-text = Nobody sees you or what you wrote until you sign in again. Everything stays as it is.
settings-rest = Take a break
settings-delete-title = Delete your account
settings-delete-text =
    { $days ->
        [one] You are out of sight at once. For { $days } day you can change your mind by signing in. Then your posts, photos, comments and friendships are erased for good.
       *[other] You are out of sight at once. For { $days } days you can change your mind by signing in. Then your posts, photos, comments and friendships are erased for good.
    }
settings-delete = Delete account
settings-leave-last-owner = You are the only owner of this community. Make someone else an owner first.
flash-saved = Saved.
flash-password-changed = Your password is changed. Everywhere else you are signed out.
flash-email-confirmed = Thank you, your address is confirmed.
flash-email-on-its-way = We have sent a mail to the new address. It counts once you confirm it there.
flash-email-removed = Your address is removed.
flash-session-ended = Signed out there.
flash-sessions-ended = Signed out everywhere else.
flash-account-rests = Your account rests. Sign in whenever you want to come back.
flash-account-leaves = Your account will be deleted. Sign in if you change your mind.
flash-account-kept = Welcome back. Your account will not be deleted.
