### منشورات تنتظر وقتها.

scheduled-too-soon = يحتاج المنشور المجدول إلى 5 دقائق على الأقل.
scheduled-too-late = هذا بعيد جدًا. اختر وقتًا أقرب.
scheduled-too-many = ينتظر { $limit } من منشوراتك بالفعل. اسحب واحدًا أولًا.
scheduled-title = منشورات تنتظر
scheduled-empty-title = لا شيء ينتظر
scheduled-empty-text = ما تكتبه لوقت لاحق يظهر هنا حتى يحين وقته.
scheduled-due = سيُنشر في { $when }
scheduled-refused = تعذّر نشره في { $when }
scheduled-refused-gone = ما يشاركه، أو المكان الذي كان سيُنشر فيه، لم يعد موجودًا بالنسبة إليك.
scheduled-photos =
    { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
scheduled-notice =
    { $count ->
        [zero] لا منشورات تعذّر نشرها.
        [one] تعذّر نشر أحد منشوراتك في وقته.
        [two] تعذّر نشر اثنين من منشوراتك في وقتهما.
        [few] تعذّر نشر { $count } من منشوراتك في وقتها.
        [many] تعذّر نشر { $count } من منشوراتك في وقتها.
       *[other] تعذّر نشر { $count } من منشوراتك في وقتها.
    }
scheduled-see = معرفة السبب
scheduled-retry = المحاولة مجددًا
scheduled-cancel = سحب المنشور
flash-scheduled-retried = ستُعاد المحاولة بعد بضع دقائق.
flash-scheduled-cancelled = سُحب المنشور.
scheduled-later = النشر لاحقًا
scheduled-when = اليوم والوقت
scheduled-when-hint = بتوقيت منطقتك، { $zone }. اتركه فارغًا للنشر الآن.
scheduled-no-time = هذا ليس يومًا ووقتًا.
scheduled-now = النشر الآن
flash-scheduled = المنشور ينتظر وقته.
drafts-title = المسودات
drafts-tabs = منشورات لم تصدر بعد
drafts-empty-title = لا مسودات
drafts-empty-text = ما تبدأ كتابته وتحتفظ به ينتظرك هنا. لا يراه أحد غيرك.
drafts-kept-at = حُفظت في { $when }
drafts-go-on = متابعة الكتابة
drafts-discard = حذف المسودة
drafts-discard-text = سيضيع ما كتبته هنا.
drafts-kept = حُفظت كمسودة
drafts-keep = حفظ كمسودة
drafts-too-many = لديك بالفعل { $limit } من المسودات. احذف واحدة أولًا.
drafts-and-planned = المسودات والمنشورات المجدولة
drafts-and-planned-text = ما بدأت كتابته وما ينتظر وقته
flash-draft-kept = حُفظت كمسودة.
flash-draft-discarded = حُذفت المسودة.
