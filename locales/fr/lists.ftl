### Listes de personnes à lire, que proposent les applications.

lists-too-many = Vous avez déjà { $limit } listes. Supprimez-en une d’abord.
lists-needs-follow = Une liste ne peut contenir que des personnes que vous suivez.
lists-full = Une liste peut contenir { $limit } personnes.
