### People whom a member recommends on their profile.

endorsements-needs-follow = You can recommend only people you follow.
endorsements-too-many = You recommend { $limit } people already. Take one away first.
