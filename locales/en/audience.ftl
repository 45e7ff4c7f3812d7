### For whom something is meant: words beside the time, in the picker, and what they mean.

audience-who = Who can see this?
audience-world = Everyone
audience-world-hint = People without an account too
audience-community = Everyone in { $site }
audience-community-hint = Only people who have joined
audience-friends = Friends
audience-friends-hint =
    { $count ->
        [0] You have no friends here yet
        [one] Your { $count } friend here
       *[other] Your { $count } friends here
    }
audience-friends-except = Friends except…
audience-except-hint = You choose who is left out
audience-circle = A circle
audience-circle-named = Circle: { $name }
audience-circle-hint = Only people in this circle
audience-people = Certain people
audience-people-hint = You choose them by name
audience-self = Only me
audience-self-hint = A note to yourself
audience-two-of-us = Only two people
audience-wall-friends = Friends of { $name }
audience-wall-two = Only { $name } and me
audience-choose-people = Choose the people
audience-choose-except = Choose who is left out
audience-choose-commenters = Choose who may comment
audience-find = Find a friend
audience-find-nobody = No friend by that name.
audience-typed = Others, by handle
audience-typed-hint = With commas between them, as in @ana, @ben.
audience-handle-unknown = Nobody here has the handle { $handle }. Check the spelling.
audience-missing = Choose who can see this.
audience-circle-missing = This circle is not there any more. Choose another one.
audience-people-missing = Choose at least one person.
audience-except-missing = Choose at least one person or circle to leave out.
audience-people-too-many = That is too many names. Up to { $limit } fit; a circle holds more.
audience-circles-too-many = That is too many circles. Up to { $limit } fit.
audience-wider-than-wall = The owner of this profile lets posts on it reach fewer people. Choose a narrower audience.
audience-wider-than-original = A shared post cannot reach more people than the original. Choose a narrower audience.
audience-explained = Who can see this
audience-world-explained = Everyone can see this, people without an account here included.
audience-community-explained = Everyone who has joined { $site } can see this.
audience-friends-explained = Friends of { $name } can see this.
audience-people-explained = People whom { $name } chose can see this. You are one of them.
audience-self-explained = Only the writer and the person on whose profile it stands can see this.
flash-audience-changed = Saved. From now on only the people you chose can see it.
flash-past-limited = Done. Your past posts are now for friends only.
flash-past-hidden = Done. Your past posts are now for you alone.
