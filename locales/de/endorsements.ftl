### Menschen, die ein Mitglied auf seinem Profil empfiehlt.

endorsements-needs-follow = Empfehlen kannst du nur Menschen, denen du folgst.
endorsements-too-many = Du empfiehlst schon { $limit } Menschen. Nimm zuerst einen weg.
