<#macro pairParts>
<div class="pair" id="pair">
<div class="pairhead">
<h2 id="pair-title" tabindex="-1"><span class="chip normal"></span><span data-part="normal"></span> <small>normal</small> <span class="against">against</span> <span class="chip abnormal"></span><span data-part="abnormal"></span> <small>abnormal</small></h2>
<p class="pairlinks"><a data-part="swap" hidden>Swap normal and abnormal</a></p>
</div>
<#if page.seedNote?has_content><p class="hint">${page.seedNote}</p></#if>
<div class="scroll" role="region" aria-label="Figures" tabindex="0">
<table class="figures">
<thead><tr><th scope="col">Detector</th><th scope="col">AUC</th><th scope="col">95 % interval</th><#if page.seedNote?has_content><th scope="col">Mean over seeds</th></#if><#if page.reference?has_content><th scope="col">Less that of ${page.reference}</th></#if><#list page.metrics as metric><th scope="col">${metric}</th></#list><th scope="col">Normal kept</th><th scope="col">Abnormal caught</th></tr></thead>
<tbody data-part="figures"></tbody>
</table>
</div>
<#if page.reference?has_content><p class="hint">Better or worse than ${page.reference} by DeLong’s test at 5 %<#if page.seedNote?has_content>, in every seed; the largest of their p-values</#if><#if !page.pairInside>, corrected by Holm for the number of pairs</#if>.</p></#if>
<div class="charts">
<figure data-chart="roc"><figcaption><h3>ROC</h3> <span>share of normal images kept, against share of abnormal images let through</span></figcaption></figure>
<div data-chart="planes"></div>
<div data-chart="histograms"></div>
<figure data-chart="nights" hidden><figcaption><h3>Nights</h3> <span>this pair’s AUC, mean over seeds; triangles are nights with findings</span></figcaption></figure>
<div data-chart="losses"></div>
</div>
<div data-part="pictures"></div>
</div>
</#macro>
<#if page.pairInside>
<section class="inside" aria-labelledby="pair-title"><@pairParts/></section>
<#else>
<dialog id="pair-dialog" aria-labelledby="pair-title">
<form method="dialog"><button class="close" aria-label="Close">Close <kbd>Esc</kbd></button></form>
<@pairParts/>
</dialog>
</#if>
