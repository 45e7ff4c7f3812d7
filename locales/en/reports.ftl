### Reports to the moderators.

reports-not-oneself = You cannot report yourself.
reports-too-many = A report can name { $limit } posts.
reports-unknown-rule = There is no such rule here.
reports-report = Report
reports-album-title = Report this album
reports-photo-title = Report this photo
reports-text-photos = The moderators are told which one it is. Whoever it belongs to does not learn who reported it.
