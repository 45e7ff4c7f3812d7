### One photo on a page of its own.

photos-photo = Photo
photos-of = Photo by { $name }
photos-position = Photo { $position } of { $total }
photos-to-post = To the post
photos-largest = Largest size
photos-describe = Description
photos-describe-hint = Say what the photo shows, for people who cannot see it.
flash-photo-described = The description is saved.
flash-photo-removed = The photo is removed.
