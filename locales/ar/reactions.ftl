### The seven reactions and who reacted.

reactions-like = أعجبني
reactions-love = أحببته
reactions-care = أتضامن
reactions-haha = أضحكني
reactions-wow = أدهشني
reactions-sad = أحزنني
reactions-angry = أغضبني
reactions-choose = اختر تفاعلًا
reactions-row = التفاعلات
reactions-who = من تفاعل
reactions-nobody = لم يتفاعل أحد بعد.
reactions-all = الكل { $count }
reactions-count =
    { $count ->
        [zero] لا تفاعلات
        [one] تفاعل واحد
        [two] تفاعلان
        [few] { $count } تفاعلات
        [many] { $count } تفاعلًا
       *[other] { $count } تفاعل
    }
