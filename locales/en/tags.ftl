### Tags that are followed, and tags on profiles.

tags-not-a-tag = A tag is one word of letters, digits and underscores.
tags-too-many = You have { $limit } tags there already. Take one away first.
tags-follow = Follow this tag
tags-unfollow = Stop following
tags-followed-hint = What is written for everyone here with this tag comes to your home page.
