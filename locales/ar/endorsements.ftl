### People whom a member recommends on their profile.

endorsements-needs-follow = لا يمكنك أن توصي إلا بأشخاص تتابعهم.
endorsements-too-many = توصي بالفعل بـ { $limit } من الأشخاص. أزل واحدًا أولًا.
