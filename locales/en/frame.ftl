### The frame of every page: bars, menus, footer, and the shells that scripts fill.

frame-skip = Skip to the content
frame-navigation = Main menu
frame-home = Home
frame-friends = Friends
frame-people = People
frame-photos = Your photos
frame-saved = Saved
frame-invitations = Invitations
frame-settings = Settings
frame-staff = Looking after this place
frame-approvals = Requests to join
frame-admin = Administration
frame-account = Your account
frame-you = You
frame-post = Post
frame-new-post = New post
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-join = Join
frame-language = Language
frame-theme = Colours
frame-theme-light = Light
frame-theme-dark = Dark
frame-theme-auto = As device
frame-about = About
frame-rules = Rules
frame-terms = Terms
frame-privacy = Privacy
frame-imprint = Imprint
frame-contact = Contact
frame-aside = More around here
frame-loading = Loading
frame-offline = There is no connection right now. Nothing you typed is lost; please try again when you are online.
frame-not-done = That did not work. Nothing you typed is lost; please try again in a moment.
frame-signed-out = You are signed out. Please sign in again in a new tab; what you typed stays here.
frame-sure = Are you sure?
frame-viewer = Photo
frame-proof-working = Checking that you are a person. This takes a few seconds.
frame-proof-done = All good, you can send the form.
frame-proof-failed = The check did not work. You can send the form all the same.
frame-friends-waiting =
    { $count ->
        [0] Friends
        [one] Friends, { $count } request is waiting
       *[other] Friends, { $count } requests are waiting
    }
frame-approvals-waiting =
    { $count ->
        [0] Requests to join
        [one] Requests to join, { $count } is waiting
       *[other] Requests to join, { $count } are waiting
    }
