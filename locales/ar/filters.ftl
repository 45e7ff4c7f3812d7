### مرشّحات الكلمات: ما لا يريد العضو قراءته.

filters-title = كلمات تفضّل ألا تقرأها
filters-text = تُغطّى منشورات الآخرين التي تحوي هذه الكلمات أو تُستبعد. ولا يُخبَر أحد بذلك.
filters-yours = كلماتك
filters-phrase = الكلمات
filters-phrase-hint = مثلًا اسم مسلسل لا تريد معرفة نهايته بعد
filters-phrase-missing = اكتب الكلمات.
filters-too-many = لديك { $limit } من المرشّحات. أزل واحدًا أولًا.
filters-whole-word-label = الكلمات الكاملة فقط، لا أجزاء كلمات أطول
filters-action = ماذا يحدث لهذه المنشورات
filters-cover = تُغطّى
filters-cover-text = تبقى في مكانها تحت سطر يذكر الكلمات.
filters-hide = تُستبعد
filters-hide-text = لا تظهر في صفحتك الرئيسية ولا في القوائم.
filters-lasting = إلى متى
filters-for-good = حتى أزيلها
filters-for-days =
    { $days ->
        [zero] بلا مدة
        [one] ليوم واحد
        [two] ليومين
        [few] لـ{ $days } أيام
        [many] لـ{ $days } يومًا
       *[other] لـ{ $days } يوم
    }
filters-add = إضافة
filters-remove = إزالة «{ $phrase }»
filters-covers = تُغطّى
filters-hides = تُستبعد
filters-whole-word = كلمات كاملة
filters-until = حتى { $date }
filters-empty-title = لا كلمات بعد
filters-empty-text = أضف بعضها أعلاه حين تريد استراحة من أمر ما.
flash-filter-added = أُضيفت الكلمات.
flash-filter-removed = أُزيلت الكلمات.
filters-full = تتسع كل مرشّحاتك معًا لـ { $limit } من الكلمات.
filters-context-missing = حدّد أين يسري المرشّح: home أو notifications أو public أو thread أو account.
