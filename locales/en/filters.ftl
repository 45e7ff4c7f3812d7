### Keyword filters: words a member does not want to read.

filters-title = Words you would rather not read
filters-text = Posts by others that hold these words are covered or left out. Nobody is told.
filters-yours = Your words
filters-phrase = Words
filters-phrase-hint = For example the name of a series whose end you do not want to know yet
filters-phrase-missing = Type the words.
filters-too-many = You have { $limit } filters already. Remove one first.
filters-whole-word-label = Only whole words, not parts of longer ones
filters-action = What happens with such posts
filters-cover = Cover them
filters-cover-text = They stay in their place, folded under a line that names the words.
filters-hide = Leave them out
filters-hide-text = They do not appear in your feed or in lists.
filters-lasting = For how long
filters-for-good = Until I remove it
filters-for-days =
    { $days ->
        [one] For { $days } day
       *[other] For { $days } days
    }
filters-add = Add
filters-remove = Remove “{ $phrase }”
filters-covers = covered
filters-hides = left out
filters-whole-word = whole words
filters-until = until { $date }
filters-empty-title = No words yet
filters-empty-text = Add some above when there is something you want a break from.
flash-filter-added = The words are added.
flash-filter-removed = The words are removed.
filters-full = There is room for { $limit } words in all your filters together.
filters-context-missing = Say where the filter holds: home, notifications, public, thread or account.
