### Profiles: the tabs, what they hold, editing, other eyes.

profile-profile = Profile
profile-tab-posts = Posts
profile-tab-about = About
profile-tab-friends = Friends
profile-tab-photos = Photos
profile-about-title = About { $name }
profile-friends-title = Friends of { $name }
profile-photos-title = Photos by { $name }
profile-friends-count =
    { $count ->
        [one] { $count } friend
       *[other] { $count } friends
    }
profile-more = More about { $name }
profile-photo-of = Photo of { $name }
profile-photo = Photo
profile-see-all = See all
profile-intro-title = In short
profile-write-own = Write something
profile-write-to = Write something to { $name }
profile-no-posts-title = No posts to read here
profile-no-posts-text = Either nothing has been written yet, or it is for others.
profile-no-photos-title = No photos to see here
profile-no-photos-text = Photos from posts that are shared with you appear here.
profile-no-friends = Nobody to show yet.
profile-common-title = Friends in common
profile-list-kept = The whole list is not shared with you.
profile-languages = Languages
profile-languages-more = More languages
profile-languages-find = Find a language
profile-languages-none = No language by that name. You can write it below.
profile-languages-named = Not in the list?
profile-languages-named-hint = Write what you call it. With several, put commas between them.
profile-languages-wrong =
    { $max ->
        [one] Please choose at most { $max } language, and write names in letters, without other signs.
       *[other] Please choose at most { $max } languages, and write names in letters, without other signs.
    }
profile-birthday = Birthday
profile-birth-year = Year of birth
profile-birth-year-wrong = Please check the year of birth.
profile-day = Day
profile-month = Month
profile-joined = Here since
profile-who-sees = Who sees it
profile-audience-world = Everyone, everywhere
profile-audience-community = Everyone here
profile-audience-friends = Friends
profile-audience-self = Only me
profile-field-about = About me
profile-field-work = Work
profile-field-school = School and training
profile-field-town = Lives in
profile-field-home-town = Comes from
profile-field-relationship = Lives with
profile-field-hobbies = Likes to do
profile-field-offers = Can help with
profile-field-seeks = Looks for
profile-field-website = Website
profile-field-email = Mail for others
profile-field-phone = Telephone
profile-field-own = A row of your own
profile-own-title = Title
profile-own-text = Text of the row
profile-fields-hint = Fill in what you like. Each line has its own audience.
profile-fields-too-many =
    { $max ->
        [one] At most { $max } line fits.
       *[other] At most { $max } lines fit.
    }
profile-field-needs-title = A row of your own needs a title.
profile-website-wrong = A website begins with https://
profile-edit = Edit profile
profile-show = See profile
profile-name = Your name
profile-intro = One line about you
profile-intro-hint = It stands under your name and is seen by whoever sees your profile.
profile-pronouns = Pronouns
profile-avatar = Profile photo
profile-avatar-hint = The middle of the photo is shown in a circle.
profile-cover = Cover photo
profile-cover-hint = The wide picture on top of your profile.
profile-focus = Part of the cover that stays in sight
profile-focus-start = The top
profile-focus-center = The middle
profile-focus-end = The bottom
profile-choose-photo = Choose a photo
profile-crop = The part that will be shown
profile-crop-hint = Move the photo with a finger, the mouse or the arrow keys.
profile-crop-zoom = Enlarge
profile-crop-bad = The chosen part does not lie inside the photo. Please choose the photo again.
profile-describe-photo = Description for people who cannot see it
profile-save-photo = Save photo
profile-remove-photo = Remove photo
profile-view-as = View as others
profile-view-as-them = View my profile as they see it
profile-as-stranger = This is what a member who is not your friend sees.
profile-as-visitor = This is what somebody sees who has not signed in.
profile-as-unseen = Visitors do not find your profile. They read only what you wrote for everyone.
profile-as-friend = This is what { $name } sees.
profile-as-stranger-short = As a member
profile-as-visitor-short = As a visitor
profile-as-friend-short = As a friend
flash-profile-saved = Your profile is saved.
profile-tab-albums = Albums
