### Tags that are followed, and tags on profiles.

tags-not-a-tag = Una etiqueta es una sola palabra de letras, cifras y guiones bajos.
tags-too-many = Ya tienes { $limit } etiquetas ahí. Quita una primero.
