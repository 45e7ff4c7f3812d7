### Circles: lists of friends to aim posts at.

circles-title = الدوائر
circles-hint = الدوائر قوائم من أصدقائك تكتب إليها: العائلة، الجوقة، الجيران. لا يعرف بها أحد سواك.
circles-empty-title = لا دوائر بعد
circles-empty-text = أنشئ دائرة أدناه وأضف إليها أصدقاء، ثم اكتب لهم وحدهم.
circles-members =
    { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
circles-new-name = اسم دائرة جديدة
circles-new-hint = مثلًا: العائلة
circles-create = إنشاء الدائرة
circles-name = اسم الدائرة
circles-inside = في هذه الدائرة
circles-secret = لا يُخبَر أحد بأنه هنا.
circles-nobody = لا أحد بعد.
circles-add = أضف أصدقاء
circles-add-to = إضافة إلى { $name }
circles-in = في { $name }
circles-delete = حذف الدائرة
circles-delete-text = لن يرى المنشورات الموجهة إلى هذه الدائرة أحد سواك. يبقى الأشخاص أصدقاءك.
circles-name-empty = امنح الدائرة اسمًا.
circles-name-long =
    { $limit ->
        [zero] هذا الاسم طويل جدًا.
        [one] هذا الاسم طويل جدًا. الحد حرف واحد.
        [two] هذا الاسم طويل جدًا. الحد حرفان.
        [few] هذا الاسم طويل جدًا. الحد { $limit } أحرف.
        [many] هذا الاسم طويل جدًا. الحد { $limit } حرفًا.
       *[other] هذا الاسم طويل جدًا. الحد { $limit } حرف.
    }
circles-name-taken = لديك دائرة بهذا الاسم.
circles-too-many =
    { $limit ->
        [zero] لا يمكن إنشاء دوائر.
        [one] الحد دائرة واحدة. احذفها أولًا.
        [two] الحد دائرتان. احذف واحدة أولًا.
        [few] الحد { $limit } دوائر. احذف واحدة أولًا.
        [many] الحد { $limit } دائرة. احذف واحدة أولًا.
       *[other] الحد { $limit } دائرة. احذف واحدة أولًا.
    }
circles-needs-friend = لا يدخل الدائرة إلا الأصدقاء.
flash-circle-made = أُنشئت الدائرة. أضف الأصدقاء الآن.
flash-circle-deleted = حُذفت الدائرة.
flash-circle-saved = حُفظت الدائرة.
