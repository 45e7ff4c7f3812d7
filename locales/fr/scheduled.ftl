### Publications qui attendent leur heure.

scheduled-too-soon = Une publication programmée demande au moins 5 minutes.
scheduled-too-late = C’est trop lointain. Choisissez un moment plus proche.
scheduled-too-many = { $limit } de vos publications attendent déjà. Retirez-en une d’abord.
