### Photos: why one was not taken, and what helps.

media-problem-empty = Le fichier est vide. Choisissez-en un autre.
media-problem-too-large = La photo dépasse { $size } Mo. Choisissez-en une plus légère.
media-problem-not-a-picture = Ce n’est pas une photo qui peut être montrée ici. JPEG, PNG, GIF et WebP conviennent.
media-problem-unsupported-format = Les images { $format } ne peuvent pas être montrées ici. Enregistrez-la en JPEG ou PNG et réessayez.
media-problem-too-many-pixels = L’image a plus de points que ce qui peut être traité ici. Réduisez-la et réessayez.
media-problem-too-many-frames = Cette animation a trop d’images. Choisissez-en une plus courte.
media-problem-damaged = L’image est abîmée et n’a pas pu être lue jusqu’au bout. Enregistrez-la à nouveau et réessayez.
media-problem-took-too-long = La lecture de cette image a pris trop de temps. Enregistrez-la en JPEG et réessayez.
media-problem-storage-full = Il n’y a plus de place pour des photos sur ce serveur en ce moment. Les responsables doivent en faire ; votre texte est en sécurité.
media-problem-quota = Vos photos ont rempli vos { $size } Mo. Supprimez-en quelques-unes dont vous n’avez plus besoin, puis réessayez.
media-problem-gone = Une des photos n’est plus là. Choisissez-la à nouveau.
media-problem-processing = Une des photos n’est pas encore prête. Réessayez dans un instant.
