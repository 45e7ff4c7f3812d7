### Choices about privacy, and whom one keeps away from.

privacy-title = Privacy
privacy-who-sees = Who sees what I share
privacy-who-reaches = Who can come closer
privacy-who-finds = Who finds me
privacy-my-wall = My profile as a wall
privacy-default-audience = New posts go to
privacy-default-audience-hint = The composer begins with this; you can choose anew for every post.
privacy-friends-list = My list of friends
privacy-friends-list-hint = Others still see the friends they share with you.
privacy-comments = Who may comment
privacy-comments-hint = Every post can say otherwise.
privacy-comments-same = Whoever sees the post
privacy-comments-friends = Friends
privacy-comments-nobody = Nobody
privacy-requests = Who may send me friend requests
privacy-follow = Who may follow me without being a friend
privacy-everyone = Everyone here
privacy-friends-of-friends = Friends of friends
privacy-nobody = Nobody
privacy-wall = Who may write on my profile
privacy-wall-friends = Friends
privacy-wall-nobody = Only me
privacy-wall-audience = Who sees what friends write there
privacy-profile-audience = Who can find my profile
privacy-profile-audience-hint = Posts that you write for everyone show your name and picture either way.
privacy-profile-community = People here
privacy-profile-world = Everyone, even without an account
privacy-in-directory = Appear in the member directory
privacy-in-directory-hint = Friends find you either way.
privacy-in-suggestions = Be suggested to friends of friends
privacy-in-suggestions-hint = As somebody they may know.
privacy-limit-past = Limit past posts
privacy-limit-past-text = Narrow everything you have written on your profile so far, all at once. First you are told how many posts it is.
privacy-limit-past-friends = Limit to friends
privacy-limit-past-self = Limit to only me
privacy-limit-past-friends-count =
    { $count ->
        [0] None of your posts reaches further than your friends. There is nothing to change.
        [one] { $count } post that you wrote for everyone or for all members will be seen by friends only.
       *[other] { $count } posts that you wrote for everyone or for all members will be seen by friends only.
    }
privacy-limit-past-self-count =
    { $count ->
        [0] All your posts are for you alone already. There is nothing to change.
        [one] { $count } post that others can see now will be seen by you alone.
       *[other] { $count } posts that others can see now will be seen by you alone.
    }
privacy-limit-past-once = This cannot be undone all at once, only post by post. What you wrote on the profiles of others stays as it is.
privacy-blocking = Blocked, muted, restricted
privacy-blocking-hint = Whom you keep away from, and the way back.
privacy-blocking-open = Look after the lists
privacy-blocked = Blocked
privacy-blocked-hint = For both of you it is as if the other were not here.
privacy-blocked-empty = You have blocked nobody.
privacy-muted = Muted
privacy-muted-hint = Their posts stay out of your home page.
privacy-muted-empty = You have muted nobody.
privacy-restricted = Restricted
privacy-restricted-hint = Friends who see only what everybody here sees of you.
privacy-restricted-empty = You have restricted nobody.
flash-privacy-saved = Your choices are saved.
privacy-elsewhere = Photos, memories, birthday
privacy-elsewhere-text = These have pages of their own: who may tag you in photos and whether you look at it first, what comes back to you of earlier years, and who sees your birthday.
privacy-photo-tags = Who may tag me in photos
