### Schlagwörter, denen man folgt, und solche auf Profilen.

tags-not-a-tag = Ein Schlagwort ist ein Wort aus Buchstaben, Ziffern und Unterstrichen.
tags-too-many = Dort hast du schon { $limit } Schlagwörter. Nimm zuerst eines weg.
tags-follow = Diesem Schlagwort folgen
tags-unfollow = Nicht mehr folgen
tags-followed-hint = Was hier für alle mit diesem Schlagwort geschrieben wird, kommt auf deine Startseite.
