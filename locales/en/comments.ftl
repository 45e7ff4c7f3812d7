### Comments: under posts and on a page of their own.

comments-comments = Comments
comments-comment = Comment
comments-count =
    { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
comments-see-more =
    { $count ->
        [one] See { $count } more comment
       *[other] See { $count } more comments
    }
comments-more-replies =
    { $count ->
        [one] See { $count } more answer
       *[other] See { $count } more answers
    }
comments-all = All comments
comments-newest = Newest first
comments-oldest = From the start
comments-none = Nobody has commented yet.
comments-gone = This comment is not there any more.
comments-closed = Comments are closed.
comments-close = Close comments
comments-open = Open comments again
comments-write = Write a comment…
comments-yours = Your comment
comments-reply = Reply
comments-reply-to = Your answer to { $name }
comments-answers = answers
comments-edit = Edit comment
comments-delete-title = Delete this comment?
comments-delete-text = You can undo this for ten seconds.
comments-who = Who can comment
comments-who-same = Everyone who sees it
comments-who-friends = Friends
comments-who-people = Certain people
comments-who-nobody = Nobody
comments-text-missing = Write something first.
comments-text-too-long = This is { $over } characters too long. A comment may have up to { $limit }.
comments-not-allowed = You cannot comment on this post.
flash-comment-deleted = Comment deleted.
flash-comment-restored = The comment is back.
flash-comments-closed = Comments are closed now.
flash-comments-open = Comments are open again.
comments-photo = Add a photo
comments-photo-kept = It is kept and goes along.
comments-photo-drop = Take the photo away
comments-save = Save
comments-unsave = Remove from saved
comments-saved = Saved comments
comments-saved-posts = Saved posts
comments-saved-empty-title = No comment saved yet
comments-saved-empty-text = Comments you save wait for you here. Nobody else sees it.
flash-comment-saved = Saved. You find it under “Saved comments”.
flash-comment-unsaved = Removed from saved.
