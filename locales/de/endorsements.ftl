### People whom a member recommends on their profile.

endorsements-needs-follow = Empfehlen kannst du nur Menschen, denen du folgst.
endorsements-too-many = Du empfiehlst schon { $limit } Menschen. Nimm zuerst einen weg.
