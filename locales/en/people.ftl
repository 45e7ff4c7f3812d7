### The member directory.

people-title = People
people-search = Search by name
people-found = People for “{ $query }”
people-posts-with-tag = Posts with this tag
people-none-title = Nobody found
people-none-text = Try the beginning of a first name, a last name or a handle.
people-show-all = Show everybody
people-in-common =
    { $count ->
        [one] { $count } friend in common
       *[other] { $count } friends in common
    }
