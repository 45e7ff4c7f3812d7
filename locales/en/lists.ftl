### Lists of people to read by, which apps offer.

lists-too-many = You have { $limit } lists already. Delete one first.
lists-needs-follow = Only people you follow can be in a list.
lists-full = There is room for { $limit } people in a list.
