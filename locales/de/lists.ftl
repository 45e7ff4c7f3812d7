### Listen von Menschen zum Lesen, wie Apps sie anbieten.

lists-too-many = Du hast schon { $limit } Listen. Lösche zuerst eine.
lists-needs-follow = In einer Liste können nur Menschen stehen, denen du folgst.
lists-full = In einer Liste ist Platz für { $limit } Menschen.
