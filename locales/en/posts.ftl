### Posts: the card, the composer, what is done to a post.

posts-ask = What’s on your mind, { $name }?
posts-ask-wall = Write something to { $name }
posts-on-wall = on the profile of { $name }
posts-text = Your post
posts-write = Write something
posts-post-to = Post to { $audience }
posts-share-title = Share a post
posts-more-options = More options
posts-cover = Cover the content
posts-cover-hint = For example: how the film ends
posts-language = Language
posts-language-auto = As the text reads
posts-formatting = Formatting
posts-bold = Bold
posts-italic = Italic
posts-bullets = List
posts-quote = Quote
posts-link = Link
posts-photos-add = Add photos
posts-photos-add-hint = You can describe them when you edit the post.
posts-photos-most = Up to { $limit } pictures.
posts-photo-describe = Describe this photo
posts-photo-describe-hint = For people who cannot see it
posts-photo-keep = Keep this photo
posts-photo-remove = Remove photo
posts-photo-up = Move up
posts-photo-sending = Sending
posts-photo-failed = This photo could not be sent. Please try again.
posts-photo-number = Photo { $number }
posts-photos-too-many = That is too many photos for one post. Up to { $limit } fit.
posts-photos-only = Only photos can be added here. Other files were left out.
posts-text-missing = Write something or add a photo.
posts-text-too-long = This is { $over } characters too long. A post may have up to { $limit }.
posts-cover-too-long = The cover is { $over } characters too long. Up to { $limit } fit.
posts-language-unknown = Choose a language from the list.
posts-newcomer-photos =
    { $limit ->
        [one] While you are new here, a post can have { $limit } photo.
       *[other] While you are new here, a post can have up to { $limit } photos.
    }
posts-photos-grow-first =
    Once you have been here on { $days ->
        [one] { $days } day
       *[other] { $days } days
    } and written { $posts ->
        [one] { $posts } post
       *[other] { $posts } posts
    }, it can have { $next }.
posts-photos-grow =
    Once you have been here on { $days ->
        [one] { $days } day
       *[other] { $days } days
    } and written { $posts ->
        [one] { $posts } post
       *[other] { $posts } posts
    }, and { $people ->
        [one] { $people } person has commented
       *[other] { $people } people have commented
    }, it can have { $next }.
posts-newcomer-links =
    { $limit ->
        [one] While you are new here, a text can have { $limit } link.
       *[other] While you are new here, a text can have up to { $limit } links.
    }
posts-newcomer-mentions =
    { $limit ->
        [one] While you are new here, a text can mention { $limit } person.
       *[other] While you are new here, a text can mention up to { $limit } people.
    }
posts-newcomer-pace =
    { $limit ->
        [one] While you are new here, you can write { $limit } post a day. Come back tomorrow.
       *[other] While you are new here, you can write up to { $limit } posts a day. Come back tomorrow.
    }
posts-by = Post by { $name }
posts-former-member = Former member
posts-more = More about this post
posts-see-more = See more
posts-edited = edited
posts-pinned = Pinned
posts-pin = Pin to my profile
posts-unpin = Take down from the top
posts-save = Save for later
posts-unsave = Remove from saved
posts-saved = Saved
posts-saved-empty-title = Nothing saved yet
posts-saved-empty-text = What you save from the menu of a post waits for you here. Nobody else sees it.
posts-tag-empty-title = Nothing here yet
posts-tag-empty-text = Posts that use this tag and that you can see stand here.
posts-link-copied = Link copied
posts-edit = Edit post
posts-change-audience = Change who can see it
posts-history = What this post said
posts-history-text = Everyone who can see the post can see its changes.
posts-see-changes = See changes
posts-says-now = Since { $time }
posts-said-from = From { $time }
posts-photos-changed = The photos were changed, the words stayed the same
posts-back-to-post = Back to the post
posts-delete-title = Delete this post?
posts-delete-text = You can undo this for ten seconds. Then it is gone for good, with its photos and comments.
posts-wrote-to = wrote to
posts-shared-a-post = shared a post
posts-original-gone = The original post is not there any more, or not for you.
posts-share-count =
    { $count ->
        [one] { $count } share
       *[other] { $count } shares
    }
posts-filtered = Covered by your filter: { $word }
flash-posted = Your post is there.
flash-post-changed = Saved. The earlier words stay readable under “edited”.
flash-post-deleted = Post deleted.
flash-post-restored = The post is back.
flash-undo-too-late = It was too late to undo this.
flash-post-pinned = Pinned to your profile.
flash-post-unpinned = No longer pinned.
flash-post-saved = Saved. You find it under “Saved”.
flash-post-unsaved = Removed from saved.

# The same post in further languages.
posts-language-add = Add another language
posts-language-number = Language { $number }
posts-language-choose = Choose the language
posts-language-text = The same text in this language
posts-language-text-hint = Each reader sees the text that fits them best, with a way to the others.
posts-language-room = Room for one more language
posts-language-missing = Choose the language of this text.
posts-language-twice = Another text of this post is already in this language.
posts-languages-too-many = A post can be in at most { $limit } languages.
