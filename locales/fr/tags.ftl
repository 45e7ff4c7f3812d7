### Mots-clés suivis et mots-clés des profils.

tags-not-a-tag = Un mot-clé est un seul mot fait de lettres, de chiffres et de tirets bas.
tags-too-many = Vous y avez déjà { $limit } mots-clés. Retirez-en d’abord un.
tags-follow = Suivre ce mot-clé
tags-unfollow = Ne plus suivre
tags-followed-hint = Ce qui est écrit ici pour tout le monde avec ce mot-clé arrive sur votre page d’accueil.
