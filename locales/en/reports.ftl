### Reports to the moderators.

reports-not-oneself = You cannot report yourself.
reports-too-many = A report can name { $limit } posts.
reports-unknown-rule = There is no such rule here.
