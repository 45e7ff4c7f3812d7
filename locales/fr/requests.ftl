### What the door says about requests and uploads.

error-not-understood = Ce que vous avez envoyé n’a pas pu être compris. Revenez en arrière, rechargez la page et réessayez.
error-origin = Ce formulaire a été envoyé depuis un autre site, donc rien n’a été fait. Ouvrez la page ici et envoyez-le de là.
error-photo-too-large = Cette photo est trop lourde. Une photo peut peser jusqu’à { $max } Mo.
error-too-many-photos = C’est trop de photos pour une publication. Il y a de la place pour { $max } au plus.
error-go-home = Aller à la page d’accueil
