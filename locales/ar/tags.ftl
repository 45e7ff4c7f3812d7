### Tags that are followed, and tags on profiles.

tags-not-a-tag = الوسم كلمة واحدة من حروف وأرقام وشرطات سفلية.
tags-too-many = لديك هناك { $limit } من الوسوم. أزل واحدًا أولًا.
