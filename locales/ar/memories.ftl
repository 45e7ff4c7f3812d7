### الذكريات وأعياد الميلاد.

memories-title = الذكريات
memories-of-day = ما كان في { $day } في أعوام سابقة. لا يرى هذه الصفحة سواك.
memories-years-ago =
    { $years ->
        [zero] هذا العام
        [one] قبل عام
        [two] قبل عامين
        [few] قبل { $years } أعوام
        [many] قبل { $years } عامًا
       *[other] قبل { $years } عام
    }
memories-empty-title = لا ذكريات لهذا اليوم
memories-empty-text = ما كتبته في هذا اليوم في أعوام سابقة، وصورك، تظهر هنا.
memories-off-title = الذكريات متوقفة
memories-off-text = لا يُعرض عليك شيء من أعوام سابقة.
memories-switch-on = تشغيل
memories-switch-off = إيقاف الذكريات
memories-left-out = ما يُترك جانبًا
memories-left-out-text = ليس على كل يوم وكل شخص أن يعود. لا يعلم أحد بذلك.
memories-hide-day = ترك هذا اليوم
memories-hide-person = ترك المنشورات المتعلقة بشخص (اسم المستخدم)
memories-leave-out = ترك
memories-show-again = إظهار من جديد
memories-show-again-what = إظهار من جديد: { $what }
memories-no-day = لا يوجد يوم كهذا.
memories-nobody = لا أحد هنا بهذا الاسم.
memories-enough-people = يمكنك ترك { $limit } من الأشخاص على الأكثر.
flash-memories-on = الذكريات تعمل.
flash-memories-off = الذكريات متوقفة.
flash-memories-saved = حُفظ اختيارك.
birthdays-title = أعياد الميلاد
birthdays-turns = { $day }، يبلغ { $age }
birthdays-in-days =
    { $days ->
        [0] اليوم
        [1] غدًا
        [zero] اليوم
        [one] غدًا
        [two] بعد يومين
        [few] بعد { $days } أيام
        [many] بعد { $days } يومًا
       *[other] بعد { $days } يوم
    }
birthdays-empty-title = لا أعياد ميلاد
birthdays-empty-text = أعياد ميلاد الأصدقاء الذين يسمحون لك بمعرفتها تظهر هنا.
birthdays-greet = إرسال تهنئة
