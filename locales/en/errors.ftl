### What went wrong, and what helps. Sentences first, then the pages that stand alone.

error-not-found = This is not here, or it is not shared with you.
error-sign-in-needed = Please sign in first.
error-forbidden = You cannot do this here.
error-invalid = Something in the form needs another look. The notes beside the fields say what.
error-rate-limited =
    { $seconds ->
        [one] That was a lot in a short time. Please try again in { $seconds } second.
       *[other] That was a lot in a short time. Please try again in { $seconds } seconds.
    }
error-internal = Something broke on our side. Your work may not be saved; please try again.
error-too-large = This is larger than what can be sent here. Try something smaller.
error-overloaded = Very many people are here right now. Please try again in a moment.
error-conflict = This changed while you had it open. Reload the page and look again.
error-config = The settings cannot be used: { $problem }
error-form-expired = This form was open for too long, or you signed in again since. Reload the page and send it once more.
error-account-not-active = Your account is not active at the moment. Its page says why and what you can do.
error-required = Please fill this in.
error-too-long =
    { $max ->
        [one] This is too long. At most { $max } character fits.
       *[other] This is too long. At most { $max } characters fit.
    }
error-bad-email = This does not look like a mail address. One looks like name@example.org.
error-bad-choice = Please choose one of the answers offered.
error-bad-number = Please enter a whole number.
error-bad-date = There is no such day. Please check the date.
error-unknown-field = The form sent something unexpected. Reload the page and try again.
error-reference = If you ask for help, give this number: { $reference }
error-page-401-title = Please sign in
error-page-401-text = This page is for members. Sign in and you will come straight back to it.
error-page-403-title = This is not open to you
error-page-404-title = There is nothing here
error-page-404-text = The page may have been removed, the address may be mistyped, or it may not be shared with you. Check the address or search for what you were looking for.
error-page-404-visitor = If you have an account here, sign in: some pages are for members only.
error-page-409-title = This has changed
error-page-413-title = That is too large
error-page-422-title = Something needs another look
error-page-429-title = One moment, please
error-page-500-title = Something broke on our side
error-page-500-text = It is not your fault, and the cause has been noted. Try again; if it stays, tell the people who run this community.
error-page-503-title = Back in a moment
error-page-503-text = This site is very busy or being looked after right now. Please try again shortly.
