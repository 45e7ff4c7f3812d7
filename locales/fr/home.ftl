### La page d’accueil : onglets, règle des publications, ligne de la dernière visite, ce qui se trouve à côté.

home-title = Accueil
home-compose = Écrire une publication
home-compose-photos = Photos
home-tabs = Quelles publications
home-tab-everything = Tout
home-tab-friends = Amis
home-rule = Les plus récentes d’abord : les publications des personnes que vous suivez et ce qui est écrit sur leurs profils.
home-rule-with-everyone = Les plus récentes d’abord : les publications des personnes que vous suivez et, tant qu’il y en a peu, ce que d’autres écrivent ici pour tout le monde.
home-rule-with-tags = Les plus récentes d’abord : les publications des personnes que vous suivez, ce qui est écrit sur leurs profils et ce que d’autres écrivent ici pour tout le monde avec un mot-clé que vous suivez.
home-rule-friends = Les plus récentes d’abord : les publications de vos amis et ce qui est écrit sur leurs profils.
home-first = En haut, parce que vous voulez voir ces personnes d’abord
home-caught-up = Vous êtes à jour
home-caught-up-text = Ce qui suit était déjà là à votre dernière visite.
home-new-posts =
    { $count ->
        [one] { $count } nouvelle publication
       *[other] { $count } nouvelles publications
    }
home-end-title = C’est tout
home-end-text = Vous êtes arrivé au début.
home-back-up = Vers les publications récentes
home-empty-title = Tout est calme, pour l’instant
home-empty-text = Dites bonjour, ajoutez une photo pour qu’on vous reconnaisse et trouvez les personnes que vous connaissez. Leurs publications se réuniront ici.
home-add-photo = Ajouter une photo
home-say-hello = Dire bonjour
home-hello = Bonjour, je suis { $name }.
home-empty-friends-title = Pas encore de publications d’amis
home-empty-friends-text = Dès que vous aurez des amis ici, vous les lirez sur cette page, les plus récentes d’abord.
home-find-people = Trouver des personnes
home-requests = Demandes d’amitié
home-suggestions = Vous les connaissez peut-être
home-see-all = Tout voir
home-add-friend = Ajouter { $name } à vos amis
home-in-common =
    { $count ->
        [one] { $count } ami en commun
       *[other] { $count } amis en commun
    }
