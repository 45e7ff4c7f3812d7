### Schlagwörter, denen man folgt, und solche auf Profilen.

tags-not-a-tag = Ein Schlagwort ist ein Wort aus Buchstaben, Ziffern und Unterstrichen.
tags-too-many = Dort hast du schon { $limit } Schlagwörter. Nimm zuerst eines weg.
