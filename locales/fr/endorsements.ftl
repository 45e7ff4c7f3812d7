### Personnes qu’un membre recommande sur son profil.

endorsements-needs-follow = Vous ne pouvez recommander que des personnes que vous suivez.
endorsements-too-many = Vous recommandez déjà { $limit } personnes. Retirez-en d’abord une.
