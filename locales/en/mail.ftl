### Mails. Plain text; a link, if there is one, follows below.

mail-greeting = Hello { $name },
mail-confirm-subject = Confirm your address for { $site }
mail-confirm-body =
    { $minutes ->
        [one] someone, probably you, gave this address at { $site }. Confirm it with the link below. It works for { $minutes } minute. If it was not you, ignore this mail.
       *[other] someone, probably you, gave this address at { $site }. Confirm it with the link below. It works for { $minutes } minutes. If it was not you, ignore this mail.
    }
mail-sign-in-subject = Your link to { $site }
mail-sign-in-body =
    { $minutes ->
        [one] sign in to { $site } with the link below. It works once, for { $minutes } minute. If you did not ask for it, ignore this mail.
       *[other] sign in to { $site } with the link below. It works once, for { $minutes } minutes. If you did not ask for it, ignore this mail.
    }
mail-reset-subject = A new password for { $site }
mail-reset-body =
    { $minutes ->
        [one] set a new password for { $site } with the link below. It works once, for { $minutes } minute. If you did not ask for it, ignore this mail; your password stays as it is.
       *[other] set a new password for { $site } with the link below. It works once, for { $minutes } minutes. If you did not ask for it, ignore this mail; your password stays as it is.
    }
mail-password-changed-subject = Your password for { $site } was changed
mail-password-changed-body = your password for { $site } has just been changed, and you are signed out everywhere. If that was not you, get back in with the link below and tell the people who look after this place.
mail-email-changed-subject = Your mail address at { $site } was changed
mail-email-changed-body = your account at { $site } has another mail address now. If that was not you, tell the people who look after this place at once.
mail-email-removed-subject = Your mail address at { $site } was removed
mail-email-removed-body = your account at { $site } has no mail address any more. This is the last letter to this one. If that was not you, tell the people who look after this place at once.
mail-address-claimed-subject = Somebody typed your mail address at { $site }
mail-address-claimed-body = somebody has just given your mail address at { $site }, for another account. Nothing has changed for you, and they have not been told that you are here. If it was you: you already have an account. When you no longer know the password, set a new one here:
mail-suspended-subject = Your account at { $site } is suspended
mail-suspended-body = your account at { $site } has been suspended. The reason given: { $reason }
mail-unsuspended-subject = Welcome back to { $site }
mail-unsuspended-body = your account at { $site } is open again. You can sign in as before.
mail-leaving-subject = Your account at { $site } will be deleted
mail-leaving-body =
    { $days ->
        [one] you asked us to delete your account at { $site }. In { $days } day it will be erased for good. To keep it, sign in before then.
       *[other] you asked us to delete your account at { $site }. In { $days } days it will be erased for good. To keep it, sign in before then.
    }
mail-kept-subject = Your account at { $site } stays
mail-kept-body = you have signed in again, so your account at { $site } will not be deleted. If you still want to leave, ask for it again here:
mail-open = Open { $site }
mail-why = You get this because you are a member of { $site } and have not switched such letters off.
mail-choose = Choose what you are sent
mail-stop = Stop letters like this one
mail-test-subject = A letter from { $site } to see whether mail arrives
mail-test-body = this letter arrived, so mail works. Where it lies says more: if it was among the unwanted letters, look at the records on the page below.
