### Posts that wait for their time.

scheduled-too-soon = A scheduled post needs at least 5 minutes.
scheduled-too-late = This is too far away. Choose an earlier time.
scheduled-too-many = { $limit } of your posts wait already. Take one back first.
