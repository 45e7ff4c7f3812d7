### The home page: tabs, the rule of the feed, the line where the last visit ended, what stands beside it.

home-title = Home
home-compose = Write a post
home-compose-photos = Photos
home-tabs = Which posts
home-tab-everything = Everything
home-tab-friends = Friends
home-rule = Newest first: posts by the people you follow, and what is written on their profiles.
home-rule-with-everyone = Newest first: posts by the people you follow and, while that is little, what others write for everyone here.
home-rule-with-tags = Newest first: posts by the people you follow, what is written on their profiles, and what others write for everyone here with a tag that you follow.
home-rule-friends = Newest first: posts by your friends, and what is written on their profiles.
home-first = On top, because you want to see these people first
home-caught-up = You’re all caught up
home-caught-up-text = What follows was here at your last visit.
home-new-posts =
    { $count ->
        [one] { $count } new post
       *[other] { $count } new posts
    }
home-end-title = That is all
home-end-text = You have reached the beginning.
home-back-up = To the newest posts
home-empty-title = It is quiet here, for now
home-empty-text = Say hello, add a photo so that others know you, and find the people you know. Their posts will gather here.
home-add-photo = Add a photo
home-say-hello = Say hello
home-hello = Hello, I am { $name }.
home-empty-friends-title = No posts by friends yet
home-empty-friends-text = Once you have friends here, you will read them on this page, newest first.
home-find-people = Find people
home-requests = Friend requests
home-suggestions = People you may know
home-see-all = See all
home-add-friend = Add { $name } as a friend
home-in-common =
    { $count ->
        [one] { $count } friend in common
       *[other] { $count } friends in common
    }
