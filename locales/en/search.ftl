### Looking for people, posts, comments, photos, events and groups.

search-box = Search
search-title = Search
search-title-words = Results for “{ $words }”
search-kinds = What to show
search-all = All
search-people = People
search-posts = Posts
search-comments = Comments
search-photos = Photos
search-events = Events
search-groups = Groups
search-more-people = More people
search-more-posts = More posts
search-more-comments = More comments
search-more-photos = More photos
search-more-events = More events
search-more-groups = More groups
search-narrow = Narrow it down
search-from = Written by
search-from-hint = The handle of a person, as in “amina”
search-from-unknown = There is nobody with this handle.
search-at = At this place
search-at-hint = Events only: words from the name of a place or its address
search-after = From this day on
search-before = Up to this day
search-on-wall = on the profile of { $name }
search-under-post = under a post of { $name }
search-covered = Covered because of your word “{ $word }”
search-begin-title = What are you looking for?
search-begin-text = Type a name, or words from a post, a comment, an event, a group or the description of a photo. You find what you are allowed to see.
search-none-title = Nothing found
search-none-text = Try fewer words, or another way to write them. What you find holds all the words you typed.
search-none-yet-title = Nothing among the newest
search-none-yet-text = These words are so common that only the newest posts with them were looked through. You can go further back.
search-filling = Older posts are still being prepared for searching, so some of them may be missing for now.
search-offers =
    { $count ->
        [0] No suggestions
        [one] { $count } suggestion, use the arrow keys to choose
       *[other] { $count } suggestions, use the arrow keys to choose
    }
